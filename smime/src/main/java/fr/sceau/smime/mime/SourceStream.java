package fr.sceau.smime.mime;

import fr.sceau.smime.RawMessage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Tells a source that cannot be read, which is an outage, from content that cannot be understood, which is a finding:
 * failures of the source come out as {@link UncheckedIOException}.
 */
public final class SourceStream extends FilterInputStream {
    private SourceStream(InputStream in) {
        super(in);
    }

    /** Buffered, from the message's start. */
    public static InputStream open(RawMessage message) {
        try {
            return Pieces.from(new SourceStream(message.open()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
