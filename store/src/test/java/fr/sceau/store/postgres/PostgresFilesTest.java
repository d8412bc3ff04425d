package fr.sceau.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresFilesTest {
    private final Path folder;

    PostgresFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void programs_run_and_nothing_is_left_beside_them() throws IOException, InterruptedException {
        Path target = folder.resolve("data/postgres");
        PostgresFiles.unpackInto(target);
        Process version = new ProcessBuilder(target.resolve("bin/postgres").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("postgres (PostgreSQL) 17.5");
        assertThat(version.waitFor()).isZero();
        assertThat(Files.getPosixFilePermissions(target.resolve("share/postgresql")))
                .contains(PosixFilePermission.OTHERS_EXECUTE)
                .doesNotContain(PosixFilePermission.OTHERS_WRITE);
        try (Stream<Path> beside = Files.list(folder.resolve("data"))) {
            assertThat(beside).containsExactly(target);
        }
    }

    @Test
    void a_folder_that_is_there_is_left_alone() throws IOException {
        Path target = Files.createDirectory(folder.resolve("postgres"));
        FileTime before = Files.getLastModifiedTime(target);
        PostgresFiles.unpackInto(target);
        assertThat(target).isEmptyDirectory();
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(before);
    }
}
