package fr.sceau.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupKeyTest {
    @TempDir
    private Path folder = Path.of("");

    private void create(String certificate) {
        BackupKey.create(folder.resolve("key.p12"), folder.resolve(certificate), "secret", Clock.systemUTC());
    }

    @Test
    void only_its_owner_reads_the_key() throws IOException {
        create("backup.cer");
        assertThat(Files.getPosixFilePermissions(folder.resolve("key.p12")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(BackupKey.keys(folder.resolve("key.p12"), "secret")).hasSize(1);
    }

    @Test
    void without_its_certificate_no_key_is_left() {
        assertThatThrownBy(() -> create("absent/backup.cer")).isInstanceOf(ServerException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_was_there_stays() throws IOException {
        Files.writeString(folder.resolve("key.p12"), "another key");
        assertThatThrownBy(() -> create("backup.cer")).isInstanceOf(ServerException.class);
        assertThat(folder.resolve("key.p12")).hasContent("another key");
        assertThat(folder.resolve("backup.cer")).doesNotExist();

        Files.delete(folder.resolve("key.p12"));
        Files.writeString(folder.resolve("backup.cer"), "another certificate");
        assertThatThrownBy(() -> create("backup.cer")).isInstanceOf(ServerException.class);
        assertThat(folder.resolve("backup.cer")).hasContent("another certificate");
        assertThat(folder.resolve("key.p12")).doesNotExist();
    }
}
