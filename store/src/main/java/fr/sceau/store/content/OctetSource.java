package fr.sceau.store.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Octets that can be read more than once, each time from the start. */
public interface OctetSource {
    InputStream open() throws IOException;

    long size() throws IOException;

    /** Octets that are in memory already; the array is not copied. */
    static OctetSource of(byte[] octets) {
        return new OctetSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(octets);
            }

            @Override
            public long size() {
                return octets.length;
            }
        };
    }
}
