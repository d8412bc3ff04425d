package fr.sceau.smime;

import fr.sceau.smime.cms.EnvelopeOpener;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.SplitHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Opens a message encrypted to one of our keys, if the encrypted object is the whole message: one inside another part is
 * an attachment, since a stranger could have put it there to have it opened (RFC 8551 section 6). Says nothing of who
 * wrote it: without a signature inside, AES-CBC content may have been changed on the way.
 */
public final class MessageOpener {
    private final EnvelopeOpener envelopes = new EnvelopeOpener();

    /**
     * Never throws on bad content. The opened message is held in memory.
     *
     * @throws IOException if the message's source cannot be read
     */
    public Opening open(RawMessage message, List<DecryptionKey> keys) throws IOException {
        long size = message.size();
        try (InputStream in = SourceStream.open(message)) {
            Header header = Header.read(in);
            ContentType type = ContentType.of(header);
            if (!type.isPkcs7()) {
                return new Opening.NotEncrypted();
            }
            Opening opening = type.unambiguous() ? envelopes.open(header, in, size, keys) : new Opening.Damaged();
            return opening instanceof Opening.Opened opened ? whole(header, opened.message()) : opening;
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }

    /** The outer header around the inner entity; fields of the inner entity that are not about content are dropped. */
    private static Opening whole(Header outer, RawMessage entity) throws IOException {
        try (InputStream in = entity.open()) {
            Header inner = Header.read(in);
            if (!inner.wellFormed()) {
                return new Opening.Damaged(); // not a MIME entity
            }
            SplitHeader content = SplitHeader.of(inner);
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            SplitHeader.of(outer).outerWith().with(content.inner().fields()).writeTo(message);
            message.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            in.transferTo(message);
            return new Opening.Opened(RawMessage.of(message.toByteArray()));
        }
    }
}
