package fr.sceau.smime.mime;

import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a To or Cc field. RFC 5322 3.4
 *
 * @param addresses in lower case, in their order
 * @param readable false if an entry was not understood: it is then missing from the list
 */
public record AddressList(List<String> addresses, boolean readable) {
    public AddressList {
        addresses = List.copyOf(addresses);
    }

    public static AddressList of(String value) {
        List<String> addresses = new ArrayList<>();
        boolean readable = true;
        for (String entry : entries(value)) {
            var address = FromAddress.of(new Header(List.of(HeaderField.of("From", entry)), true));
            address.ifPresent(addresses::add);
            readable &= address.isPresent() || entry.isBlank();
        }
        return new AddressList(addresses, readable);
    }

    /** Cut at commas, and at the marks of groups, that stand outside quotes, comments and brackets. */
    private static List<String> entries(String value) {
        List<String> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        int comments = 0;
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = !quoted && comments == 0;
            if (c == '\\' && i + 1 < value.length()) {
                entry.append(c);
                c = value.charAt(++i);
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                comments += c == '(' ? 1 : -1;
            } else if (plain && (c == '<' || c == '>')) {
                bracketed = c == '<';
            } else if (plain && !bracketed && c == ':') {
                entry.setLength(0); // the name of a group
                continue;
            } else if (plain && !bracketed && (c == ',' || c == ';')) {
                entries.add(entry.toString());
                entry.setLength(0);
                continue;
            }
            entry.append(c);
        }
        entries.add(entry.toString());
        return entries;
    }
}
