package fr.sceau.mailets.delivery;

import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.header.HeaderField;
import fr.sceau.mailets.header.MalformedHeader;
import fr.sceau.mailets.header.MessageHeader;
import fr.sceau.smime.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.mailet.Mail;

/** A message as it goes into mailboxes: with the one Return-Path field that final delivery writes (RFC 5321 4.4). */
final class StoredMessage implements RawMessage {
    private static final String RETURN_PATH = "Return-Path";

    private final RawMessage message;
    private final MessageHeader header;
    private final HeaderField returnPath;
    private final long size;

    private StoredMessage(RawMessage message, MessageHeader header, HeaderField returnPath) throws IOException {
        this.message = message;
        this.header = header;
        this.returnPath = returnPath;
        try (InputStream in = open()) {
            this.size = in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static StoredMessage of(Mail mail) throws IOException, MalformedHeader {
        MailMessage message = new MailMessage(mail);
        HeaderField returnPath =
                new HeaderField(RETURN_PATH + ": " + mail.getMaybeSender().asPrettyString());
        return new StoredMessage(message, MessageHeader.read(message), returnPath);
    }

    @Override
    public InputStream open() throws IOException {
        return header.rewritten(
                message, List.of(returnPath), field -> field.name().equalsIgnoreCase(RETURN_PATH));
    }

    @Override
    public long size() {
        return size;
    }
}
