package fr.sceau.smime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole RFC 5322 message (or MIME entity) that can be read from its start as often as needed. Lines end in CRLF as on
 * the wire; nothing is normalised on reading.
 */
public interface RawMessage {
    /** A fresh stream over the bytes; the caller closes it. */
    InputStream open() throws IOException;

    /** Length in bytes. */
    long size() throws IOException;

    /** Wraps bytes without copying them; the caller must not change the array afterwards. */
    static RawMessage of(byte[] bytes) {
        return new RawMessage() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    /** A message in a file that does not change while it is read. */
    static RawMessage of(Path file) {
        return new RawMessage() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }
        };
    }
}
