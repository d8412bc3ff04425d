package fr.sceau.store.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import org.apache.james.mailbox.model.MessageAttachmentMetadata;
import org.jspecify.annotations.Nullable;

/** Header, body and summary of one message, each fetched when first asked for unless it came with the row. */
public final class MessageOctets {
    private final Octets octets;
    private final BodyBatch bodies;
    private final MessageRow row;
    private volatile byte @Nullable [] header;
    private volatile byte @Nullable [] written;
    private volatile @Nullable Summary summary;

    MessageOctets(
            Octets octets, BodyBatch bodies, MessageRow row, byte @Nullable [] header, byte @Nullable [] written) {
        this.octets = octets;
        this.bodies = bodies;
        this.row = row;
        this.header = header;
        this.written = written;
    }

    public long size() {
        return row.octets();
    }

    public int headerSize() {
        return row.headerOctets();
    }

    public long bodySize() {
        return row.octets() - row.headerOctets();
    }

    /** Up to and including the empty line. Not to be changed. */
    public byte[] header() throws IOException {
        byte[] known = header;
        if (known == null) {
            known = octets.header(row.content());
            header = known;
        }
        return known;
    }

    public Summary summary() throws IOException {
        Summary known = summary;
        if (known == null) {
            byte[] here = written;
            known = here == null ? octets.summary(row.content(), row.octets()) : Summary.read(here);
            summary = known;
            written = null;
        }
        return known;
    }

    /** The body when it is in memory or small enough to be fetched with its neighbours. Not to be changed. */
    public Optional<byte[]> smallBody() {
        return bodySize() == 0 ? Optional.of(new byte[0]) : bodies.small(row.content());
    }

    public InputStream openBody() {
        return openBody(0);
    }

    /** From that octet of the body on; what is before it is not read. */
    public InputStream openBody(long from) {
        return smallBody().map(body -> from(body, from)).orElseGet(() -> octets.body(row.content(), from));
    }

    private static InputStream from(byte[] body, long from) {
        int start = (int) Math.min(from, body.length);
        return new ByteArrayInputStream(body, start, body.length - start);
    }

    public InputStream openAll() throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(header()), openBody());
    }

    List<MessageAttachmentMetadata> attachments() {
        return octets.attachments(row.content());
    }
}
