package fr.sceau.smime.mime;

import java.util.ArrayList;
import java.util.List;

/**
 * A message's header, split into what stays outside and what goes inside with the body when it is signed or encrypted.
 *
 * @param outer everything about the message, in its order, with MIME-Version
 * @param inner the Content-* fields
 */
public record SplitHeader(Header outer, Header inner) {
    private static final HeaderField PLAIN_TEXT = HeaderField.of("Content-Type", "text/plain; charset=us-ascii");

    public static SplitHeader of(Header header) {
        Header inner = header.only(HeaderField::describesContent);
        Header outer = header.only(field -> !field.describesContent());
        boolean typed = inner.value("Content-Type").isPresent();
        return new SplitHeader(outer, typed ? inner : inner.with(List.of(PLAIN_TEXT))); // RFC 2045 5.2
    }

    /** The outer header of a message whose body is now of another type. */
    public Header outerWith(HeaderField... content) {
        List<HeaderField> added = new ArrayList<>();
        if (outer.value("MIME-Version").isEmpty()) {
            added.add(HeaderField.of("MIME-Version", "1.0"));
        }
        added.addAll(List.of(content));
        return outer.with(added);
    }
}
