package fr.sceau.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SmimeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealedStreamTest {
    private static final int CHUNK = ChunkCipher.CHUNK + ChunkCipher.TAG;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
    void what_was_sealed_comes_out(int size) throws IOException, SmimeException {
        byte[] content = content(size);

        assertThat(open(seal(content))).isEqualTo(content);
    }

    @Test
    void every_cut_is_refused() throws IOException, SmimeException {
        byte[] sealed = seal(content(100));

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> open(cut)).as("cut at %d", length).isInstanceOf(BackupDamaged.class);
        }
    }

    @Test
    void a_cut_between_two_chunks_is_refused() throws IOException, SmimeException {
        byte[] sealed = seal(content(131_072));

        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length - CHUNK)))
                .isInstanceOf(BackupDamaged.class);
    }

    @Test
    void every_changed_octet_is_refused() throws IOException, SmimeException {
        byte[] sealed = seal(content(100));

        for (int place = 0; place < sealed.length; place++) {
            byte[] changed = sealed.clone();
            changed[place] ^= (byte) (1 << place % 8);
            assertThatThrownBy(() -> open(changed)).as("octet %d", place).isInstanceOf(BackupDamaged.class);
        }
    }

    @Test
    void chunks_in_another_order_are_refused() throws IOException, SmimeException {
        byte[] sealed = seal(content(3 * ChunkCipher.CHUNK));
        int first = sealed.length - 3 * CHUNK;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, first, swapped, first + CHUNK, CHUNK);
        System.arraycopy(sealed, first + CHUNK, swapped, first, CHUNK);

        assertThatThrownBy(() -> open(swapped)).isInstanceOf(BackupDamaged.class);
    }

    @Test
    void what_follows_the_end_is_refused() throws IOException, SmimeException {
        byte[] sealed = seal(content(700));

        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length + 1))).isInstanceOf(BackupDamaged.class);
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length + CHUNK)))
                .isInstanceOf(BackupDamaged.class);
    }

    @Test
    void a_stream_that_was_not_finished_is_refused() throws IOException, SmimeException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SealedOutputStream out = new SealedOutputStream(sealed, TestKeys.certificate())) {
            out.write(content(700_000));
        }

        assertThatThrownBy(() -> open(sealed.toByteArray())).isInstanceOf(BackupDamaged.class);
    }

    @Test
    void another_key_opens_nothing() throws IOException, SmimeException {
        byte[] sealed = seal(content(700));

        assertThatThrownBy(() -> new SealedInputStream(new ByteArrayInputStream(sealed), TestKeys.othersKeys()))
                .isInstanceOf(BackupDamaged.class)
                .hasMessageContaining("autre clé");
    }

    @Test
    void nothing_of_the_content_is_readable() throws IOException, SmimeException {
        byte[] sealed = seal(new byte[100_000]);

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("\0\0\0\0\0\0\0\0");
    }

    /** More than the heap of the tests (1 GB) goes through both ways. */
    @Test
    void a_stream_larger_than_memory_passes() throws IOException {
        long size = 3L << 30;
        try (PipedInputStream sealed = new PipedInputStream(1 << 20)) {
            PipedOutputStream into = new PipedOutputStream(sealed);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(into, size));
            InputStream opened = new SealedInputStream(sealed, TestKeys.keys());
            assertThat(opened.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
            writing.join();
        }
    }

    private static void write(OutputStream into, long size) {
        byte[] part = new byte[1 << 20];
        try (SealedOutputStream out = new SealedOutputStream(into, TestKeys.certificate())) {
            for (long written = 0; written < size; written += part.length) {
                out.write(part);
            }
            out.finish();
        } catch (IOException | SmimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] seal(byte[] content) throws IOException, SmimeException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        SealedOutputStream out = new SealedOutputStream(sealed, TestKeys.certificate());
        out.write(content);
        out.finish();
        return sealed.toByteArray();
    }

    private static byte[] open(byte[] sealed) throws IOException {
        try (InputStream in = new SealedInputStream(new ByteArrayInputStream(sealed), TestKeys.keys())) {
            return in.readAllBytes();
        }
    }
}
