package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnDirectoryTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void row_is_added_then_replaced() throws IOException {
        OwnDirectory directory = new OwnDirectory(home);

        directory.put(row("a@x.test", "Service A"));
        directory.put(row("b@x.test", "Service B"));
        directory.put(row("a@x.test", "Service\tA bis"));

        assertThat(Files.readAllLines(home.resolve("directory/own/mailboxes.tsv")))
                .containsExactly(
                        "address\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime",
                        "b@x.test\tORG\t\t1990000001\t\t\tService B\t\t",
                        "a@x.test\tORG\t\t1990000001\t\t\tService A bis\t\t");
    }

    private static OwnDirectory.Row row(String address, String label) {
        return new OwnDirectory.Row(address, "ORG", "", "1990000001", "", "", label, "", "");
    }
}
