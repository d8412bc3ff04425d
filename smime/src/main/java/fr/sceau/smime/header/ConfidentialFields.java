package fr.sceau.smime.header;

import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields in which people write about the content: a patient's name above all. Encryption does not hide a header, so these
 * travel inside, and a neutral subject takes their place. RFC 9788 3.2.2
 */
public final class ConfidentialFields {
    /** « Message chiffré », so that a person who reads it in a list knows what it is. RFC 2047 */
    public static final HeaderField NEUTRAL_SUBJECT = HeaderField.of("Subject", "=?utf-8?Q?Message_chiffr=C3=A9?=");

    /** Thread-Topic is where Outlook repeats the subject. */
    private static final Set<String> NAMES = names("Subject", "Keywords", "Comments", "Thread-Topic");

    private ConfidentialFields() {}

    private static Set<String> names(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(List.of(names));
        return all;
    }

    /** What may be seen outside: the neutral subject stands where a subject stood. */
    public static Header outside(Header header) {
        List<HeaderField> seen = new ArrayList<>();
        boolean subject = false;
        for (HeaderField field : header.fields()) {
            if (!NAMES.contains(field.name())) {
                seen.add(field);
            } else if (field.is("Subject") && !subject) {
                seen.add(NEUTRAL_SUBJECT);
                subject = true;
            }
        }
        return new Header(seen, header.wellFormed());
    }

    /** What goes inside. */
    public static Header inside(Header header) {
        return header.only(field -> NAMES.contains(field.name()));
    }

    /**
     * The outer header with the fields that came inside back in their places. Nobody vouches for either: what is inside was
     * written by whoever encrypted, as what is outside was written by whoever sent.
     */
    public static Header restored(Header outer, Header inner) {
        Header hidden = inside(inner);
        List<HeaderField> fields = new ArrayList<>();
        for (HeaderField field : outer.fields()) {
            if (hidden.values(field.name()).size() != 1) {
                fields.add(field);
            } else if (fields.stream().noneMatch(put -> put.is(field.name()))) {
                fields.addAll(hidden.only(inside -> inside.is(field.name())).fields());
            }
        }
        Header placed = new Header(fields, outer.wellFormed());
        return placed.with(hidden.only(field -> placed.value(field.name()).isEmpty()
                        && hidden.values(field.name()).size() == 1)
                .fields());
    }
}
