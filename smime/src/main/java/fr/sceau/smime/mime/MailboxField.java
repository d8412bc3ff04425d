package fr.sceau.smime.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * A field that names one mailbox, such as From. RFC 5322 3.4
 *
 * @param address in lower case
 * @param displayed the words around the address, decoded, as clients show them in its place
 */
public record MailboxField(String address, String displayed) {
    /**
     * {@code a@b}, {@code <a@b>} or {@code any words <a@b>}; no group, list or route, and no second address among the
     * words outside quotes, which another reader could take for the mailbox; no control character. Empty for anything else.
     *
     * @param value unfolded, as {@link Header} gives it
     */
    public static Optional<MailboxField> parse(String value) {
        if (HeaderField.hasControls(value)) {
            return Optional.empty();
        }
        byte[] raw = value.getBytes(StandardCharsets.ISO_8859_1);
        return new Parser(new String(raw, StandardCharsets.UTF_8)).single(); // RFC 6532
    }

    /** The mailboxes of a field that may name several; empty if one of them is unclear. */
    public static Optional<List<MailboxField>> parseList(String value) {
        List<MailboxField> all = new ArrayList<>();
        for (String one : AddressList.split(value)) {
            Optional<MailboxField> mailbox = parse(one);
            if (mailbox.isEmpty()) {
                return Optional.empty();
            }
            all.add(mailbox.get());
        }
        return Optional.of(all);
    }

    private static final class Parser {
        /** Decoding takes time that grows with the square of the length. */
        private static final int MOST_DECODED = 4000;

        private final String text;
        private final StringBuilder displayed = new StringBuilder();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Optional<MailboxField> single() {
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
                    displayed.append(until('"'));
                    bare.append(c);
                } else {
                    bare.append(c);
                    displayed.append(c);
                    at++;
                }
            }
            return at > text.length() ? Optional.empty() : mailbox(bare.toString(), bracketed);
        }

        private Optional<MailboxField> mailbox(String bare, List<String> bracketed) {
            if (bracketed.isEmpty()) {
                return plain(bare)
                        .map(address -> new MailboxField(
                                address, words().replace(bare.strip(), "").strip()));
            }
            boolean alone = bare.indexOf('@') < 0 || plain(bare).equals(plain(bracketed.get(0)));
            return bracketed.size() == 1 && alone
                    ? plain(bracketed.get(0)).map(address -> new MailboxField(address, words()))
                    : Optional.empty();
        }

        private String words() {
            String words = displayed.toString();
            return words.length() > MOST_DECODED
                    ? words
                    : DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT)
                            .strip(); // RFC 2047
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
            int start = at;
            do {
                char c = text.charAt(at);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at += c == '\\' ? 2 : 1;
            } while (depth > 0 && at < text.length());
            displayed
                    .append(' ')
                    .append(text, start, Math.min(at, text.length()))
                    .append(' ');
            at = depth > 0 ? text.length() + 1 : at;
        }

        /** Plain addresses only: MSSanté has no quoted local parts. */
        private static Optional<String> plain(String candidate) {
            String address = HeaderField.trimmed(candidate).toLowerCase(Locale.ROOT);
            int sign = address.indexOf('@');
            boolean plain = address.chars().noneMatch(c -> c <= ' ' || c == 127 || "\"<>()[],;:\\".indexOf(c) >= 0);
            boolean whole = sign > 0 && sign == address.lastIndexOf('@') && sign < address.length() - 1;
            return plain && whole ? Optional.of(address) : Optional.empty();
        }
    }
}
