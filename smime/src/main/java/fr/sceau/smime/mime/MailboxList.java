package fr.sceau.smime.mime;

import java.util.ArrayList;
import java.util.List;

/** Cuts an address list at the commas that are not quoted, commented or in brackets. RFC 5322 3.4 */
final class MailboxList {
    private MailboxList() {}

    static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int comments = 0;
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                comments += c == '(' ? 1 : -1;
            } else if (c == ',' && !quoted && comments == 0) {
                parts.add(value.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(value.substring(start));
        return parts;
    }
}
