package fr.sceau.smime.mime;

import fr.sceau.smime.RawMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one address of a message's author. RFC 5322 3.6.2 */
public final class FromAddress {
    private final String text;
    private int at;

    private FromAddress(String text) {
        this.text = text;
    }

    /** As {@link #of(Header)}, of a whole message. */
    public static Optional<String> of(RawMessage message) throws IOException {
        try (InputStream in = new BufferedInputStream(message.open())) {
            return of(Header.read(in));
        }
    }

    /** In lower case; empty unless the header is clear and holds exactly one From field with exactly one address. */
    public static Optional<String> of(Header header) {
        List<String> values = header.values("From");
        if (!header.wellFormed() || values.size() != 1) {
            return Optional.empty();
        }
        if (HeaderField.hasControls(values.get(0))) {
            return Optional.empty();
        }
        byte[] raw = values.get(0).getBytes(StandardCharsets.ISO_8859_1);
        return new FromAddress(new String(raw, StandardCharsets.UTF_8)).single(); // RFC 6532
    }

    /**
     * {@code a@b}, {@code <a@b>} or {@code any words <a@b>}; no group, list or route, and no second address among the
     * words outside quotes, which another reader could take for the sender.
     */
    private Optional<String> single() {
        List<String> bracketed = new ArrayList<>();
        StringBuilder bare = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                skipComment();
            } else if (c > ' ' && (!bracketed.isEmpty() || ",;:>".indexOf(c) >= 0)) {
                return Optional.empty();
            } else if (c == '<') {
                bracketed.add(until('>'));
            } else if (c == '"') {
                until('"');
                bare.append(c);
            } else {
                bare.append(c);
                at++;
            }
        }
        return at > text.length() ? Optional.empty() : address(bare.toString(), bracketed);
    }

    private static Optional<String> address(String bare, List<String> bracketed) {
        if (bracketed.isEmpty()) {
            return address(bare);
        }
        boolean alone = bare.indexOf('@') < 0 || address(bare).equals(address(bracketed.get(0)));
        return bracketed.size() == 1 && alone ? address(bracketed.get(0)) : Optional.empty();
    }

    /** What stands up to the closing mark; a quoted mark does not close. Moves behind it. */
    private String until(char close) {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != close; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at));
        }
        return at++ < text.length() ? content.toString() : "";
    }

    /** Moves behind the comment; behind the end of the text if the comment has none. */
    private void skipComment() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        } while (depth > 0 && at < text.length());
        at = depth > 0 ? text.length() + 1 : at;
    }

    /** Plain addresses only: MSSanté has no quoted local parts. */
    private static Optional<String> address(String candidate) {
        String address = HeaderField.trimmed(candidate).toLowerCase(Locale.ROOT);
        int sign = address.indexOf('@');
        boolean plain = address.chars().noneMatch(c -> c <= ' ' || c == 127 || "\"<>()[],;:\\".indexOf(c) >= 0);
        boolean whole = sign > 0 && sign == address.lastIndexOf('@') && sign < address.length() - 1;
        return plain && whole ? Optional.of(address) : Optional.empty();
    }
}
