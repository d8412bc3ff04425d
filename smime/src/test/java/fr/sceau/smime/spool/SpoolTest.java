package fr.sceau.smime.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder = Path.of("");

    private static byte[] read(Spool spool) throws IOException {
        try (InputStream in = spool.open()) {
            return in.readAllBytes();
        }
    }

    private Spool filled(int inMemory, byte[] content) throws IOException {
        Spool spool = new Spool(folder, inMemory);
        int at = 0;
        for (int piece = 1; at < content.length; piece = piece * 3 % 40_000 + 1) {
            int length = Math.min(piece, content.length - at);
            spool.write(content, at, length);
            at += length;
        }
        return spool;
    }

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    @Test
    void content_comes_back_as_often_as_wanted_from_memory_and_from_disk() throws Exception {
        byte[] content = random(300_001);
        for (int inMemory : List.of(0, 1, 1000, 300_000, 300_001)) {
            try (Spool spool = filled(inMemory, content)) {
                assertThat(spool.size()).isEqualTo(content.length);
                assertThat(read(spool)).isEqualTo(content);
                assertThat(read(spool)).isEqualTo(content);
            }
        }
        try (Spool empty = new Spool(folder, 0)) {
            assertThat(read(empty)).isEmpty();
        }
    }

    @Test
    void single_bytes_read_as_many() throws Exception {
        byte[] content = random(40_000);
        try (Spool spool = filled(0, content);
                InputStream in = spool.open()) {
            for (byte expected : content) {
                assertThat((byte) in.read()).isEqualTo(expected);
            }
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void nothing_is_left_in_the_folder_after_closing_and_nothing_can_be_read() throws Exception {
        Spool spool = filled(10, random(100_000));
        spool.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThatThrownBy(() -> read(spool)).isInstanceOf(IOException.class);
    }

    @Test
    void the_file_is_the_owners_alone_has_no_name_and_does_not_hold_the_content() throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "SKIPPED: no /proc here, so the file of a spool is not looked at");
        byte[] content = "Glycemie 1,02 g/L\r\n".repeat(5000).getBytes(StandardCharsets.US_ASCII);
        try (Spool spool = filled(10, content)) {
            Path file = openFile();
            assertThat(Files.readSymbolicLink(file).toString()).endsWith(" (deleted)");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            byte[] stored = Files.readAllBytes(file);
            assertThat(stored).hasSize(content.length);
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Glycemie");
            assertThat(spool.size()).isEqualTo(content.length);
        }
    }

    @Test
    void each_file_has_a_key_of_its_own() throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "SKIPPED: no /proc here, so the file of a spool is not looked at");
        assertThat(stored(new byte[1000])).isNotEqualTo(stored(new byte[1000]));
    }

    private byte[] stored(byte[] content) throws IOException {
        try (Spool spool = filled(0, content)) {
            return Files.readAllBytes(openFile());
        }
    }

    @Test
    void single_bytes_are_written_as_many() throws Exception {
        for (int inMemory : List.of(0, 2, 10)) {
            try (Spool spool = new Spool(folder, inMemory)) {
                for (int b : new int[] {1, 0xe9, 3}) {
                    spool.write(b);
                }
                assertThat(read(spool)).containsExactly(1, 0xe9, 3);
                assertThat(spool.size()).isEqualTo(3);
            }
        }
    }

    @Test
    void content_in_memory_is_gone_after_closing_too() throws Exception {
        Spool spool = filled(100, random(50));
        assertThat(read(spool)).hasSize(50);
        spool.close();
        assertThat(read(spool)).isEmpty();
    }

    @Test
    void asking_for_nothing_gives_nothing() throws Exception {
        try (Spool spool = filled(0, random(3));
                InputStream in = spool.open()) {
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.readAllBytes()).hasSize(3);
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.read(new byte[1])).isEqualTo(-1);
        }
    }

    private Path openFile() throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(this::isSpool).findFirst().orElseThrow();
        }
    }

    private boolean isSpool(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
