package fr.sceau.directory.server.registry;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where something is; each part may be empty. Kept as published: post codes of other countries occur. */
public record PostalAddress(String street, String postalCode, String town, String department) {
    static final PostalAddress NONE = new PostalAddress("", "", "", "");

    static String street(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A routing line such as {@code 25300 DOUBS} without its post code. */
    static String town(String routingLine, String postalCode) {
        return !postalCode.isEmpty() && routingLine.startsWith(postalCode + " ")
                ? routingLine.substring(postalCode.length() + 1)
                : routingLine;
    }
}
