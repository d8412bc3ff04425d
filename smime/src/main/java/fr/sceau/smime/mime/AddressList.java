package fr.sceau.smime.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a To or Cc field. RFC 5322 3.4
 *
 * @param addresses in lower case, in their order
 * @param readable false if an entry was not understood: it is then missing from the list
 */
public record AddressList(List<String> addresses, boolean readable) {
    private static final String LISTS = ",";
    private static final String LISTS_AND_GROUPS = ",;:";

    public AddressList {
        addresses = List.copyOf(addresses);
    }

    public static AddressList of(String value) {
        List<String> addresses = new ArrayList<>();
        boolean readable = true;
        for (String entry : new Cutter(value, LISTS_AND_GROUPS).entries()) {
            Optional<String> address = FromAddress.of(new Header(List.of(HeaderField.of("From", entry)), true));
            address.ifPresent(addresses::add);
            readable &= address.isPresent() || entry.isBlank();
        }
        return new AddressList(addresses, readable);
    }

    /** The parts between commas, with no regard to groups. */
    static List<String> split(String value) {
        return new Cutter(value, LISTS).entries();
    }

    /** Cuts at marks that stand outside quotes, comments and brackets. */
    private static final class Cutter {
        private final String text;
        private final String marks;
        private final List<String> entries = new ArrayList<>();
        private final StringBuilder entry = new StringBuilder();
        private int comments;
        private boolean quoted;
        private boolean bracketed;

        Cutter(String text, String marks) {
            this.text = text;
            this.marks = marks;
        }

        List<String> entries() {
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (!quoted && comments == 0 && !bracketed && marks.indexOf(c) >= 0) {
                    cut(c != ':'); // what stands before a colon is the name of a group
                } else {
                    entry.append(c);
                    enter(c);
                }
                if (c == '\\' && at + 1 < text.length()) {
                    entry.append(text.charAt(++at));
                }
            }
            cut(true);
            return entries;
        }

        private void cut(boolean isEntry) {
            if (isEntry) {
                entries.add(entry.toString());
            }
            entry.setLength(0);
        }

        private void enter(char c) {
            if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                comments += c == '(' ? 1 : -1;
            } else if (!quoted && comments == 0 && (c == '<' || c == '>')) {
                bracketed = c == '<';
            }
        }
    }
}
