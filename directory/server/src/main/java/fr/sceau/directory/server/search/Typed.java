package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed who asks for parts of a value.
 *
 * @param attribute in lower case
 * @param text all parts
 * @param runs of letters and digits: each lies inside one word of the value
 */
public record Typed(String attribute, String text, List<String> runs) {
    public Typed {
        runs = List.copyOf(runs);
    }

    /** @param substrings a filter of RFC 4511 4.5.1.7.2 */
    public static Typed of(String attribute, Filter substrings) {
        List<String> parts = Stream.of(
                        Stream.of(Objects.requireNonNullElse(substrings.getSubInitialString(), "")),
                        Arrays.stream(substrings.getSubAnyStrings()),
                        Stream.of(Objects.requireNonNullElse(substrings.getSubFinalString(), "")))
                .flatMap(some -> some)
                .filter(part -> !part.isEmpty())
                .map(part -> Comparison.part(attribute, part))
                .toList();
        return new Typed(
                attribute,
                parts.stream().collect(Collectors.joining(" ")),
                parts.stream()
                        .flatMap(part -> Comparison.words(part).stream())
                        .distinct()
                        .toList());
    }

    /** How close it comes to a value that it is a part of. */
    Closeness to(String value) {
        String part = Comparison.part(attribute, value);
        List<String> words = Comparison.words(part);
        if (part.equals(text)) {
            return Closeness.EXACT;
        }
        if (words.containsAll(runs)) {
            return Closeness.WORD;
        }
        return isBeginning(part, words) ? Closeness.BEGINNING : Closeness.INSIDE;
    }

    private boolean isBeginning(String value, List<String> words) {
        return isAddress()
                ? value.startsWith(text)
                : runs.stream().allMatch(run -> words.stream().anyMatch(word -> word.startsWith(run)));
    }

    /** The domain is not what people begin to type. */
    public boolean isAddress() {
        return attribute.equals("mail");
    }
}
