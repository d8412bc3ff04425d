package fr.sceau.smime.mime;

import fr.sceau.smime.RawMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The one address of a message's author. RFC 5322 3.6.2 */
public final class FromAddress {
    private FromAddress() {}

    /** As {@link #of(Header)}, of a whole message. */
    public static Optional<String> of(RawMessage message) throws IOException {
        try (InputStream in = new BufferedInputStream(message.open())) {
            return of(Header.read(in));
        }
    }

    /** In lower case; empty unless the header is clear and holds exactly one From field with exactly one address. */
    public static Optional<String> of(Header header) {
        List<String> values = header.values("From");
        return header.wellFormed() && values.size() == 1
                ? MailboxField.parse(values.get(0)).map(MailboxField::address)
                : Optional.empty();
    }
}
