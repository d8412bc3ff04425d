package fr.sceau.smime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A message whose source breaks down after some bytes. */
record FailingMessage(String text, int after) implements RawMessage {
    static final String CAUSE = "disque absent";

    @Override
    public InputStream open() {
        byte[] bytes = text.substring(0, after).getBytes(StandardCharsets.ISO_8859_1);
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(CAUSE);
            }
        });
    }

    @Override
    public long size() {
        return text.length();
    }
}
