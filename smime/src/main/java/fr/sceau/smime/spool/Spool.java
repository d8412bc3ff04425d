package fr.sceau.smime.spool;

import fr.sceau.smime.RawMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes content whose worth is not known before its end, and gives it as often as wanted afterwards. Small content stays
 * in memory, more goes to an {@link EncryptedFile}. Not thread-safe while it is written.
 */
public final class Spool extends OutputStream implements RawMessage {
    private static final int IN_MEMORY = 1 << 20;

    private final Path folder;
    private final int inMemory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable EncryptedFile file;
    private @Nullable OutputStream fileSink;
    private long size;

    public Spool() {
        this(Path.of(System.getProperty("java.io.tmpdir", ".")), IN_MEMORY);
    }

    /** @param inMemory how many bytes may stay in memory */
    Spool(Path folder, int inMemory) {
        this.folder = folder;
        this.inMemory = inMemory;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        OutputStream sink = size > inMemory ? onDisk() : memory;
        sink.write(bytes, offset, length);
    }

    private OutputStream onDisk() throws IOException {
        OutputStream sink = fileSink;
        if (sink == null) {
            EncryptedFile created = EncryptedFile.create(folder);
            sink = created.writing();
            file = created;
            fileSink = sink;
            memory.writeTo(sink);
            memory = new ByteArrayOutputStream(0);
        }
        return sink;
    }

    @Override
    public InputStream open() {
        EncryptedFile onDisk = file;
        return onDisk == null ? new ByteArrayInputStream(memory.toByteArray()) : onDisk.reading();
    }

    @Override
    public long size() {
        return size;
    }

    /** Gives the content up. */
    @Override
    public void close() throws IOException {
        memory = new ByteArrayOutputStream(0);
        Closeable onDisk = file;
        if (onDisk != null) {
            onDisk.close();
        }
    }
}
