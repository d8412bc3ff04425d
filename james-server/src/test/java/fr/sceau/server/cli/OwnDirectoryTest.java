package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** A renewed key must not take a mailbox off the red list. */
    @Test
    void what_only_the_operator_writes_stays_with_its_mailbox() throws IOException {
        Path file = home.resolve("directory/own/mailboxes.tsv");
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                List.of(
                        "Redlist\taddress\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime\trank",
                        "yes\tA@x.test\tORG\t\t1990000001\t\t\tAncien\t\tdeclared\t2",
                        "\tb@x.test\tORG\t\t1990000001\t\t\tService B"));

        new OwnDirectory(home).put(row("a@x.test", "Service A"));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "redlist\taddress\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime\trank",
                        "\tb@x.test\tORG\t\t1990000001\t\t\tService B",
                        "yes\ta@x.test\tORG\t\t1990000001\t\t\tService A\t\t\t2");
    }

    private static OwnDirectory.Row row(String address, String label) {
        return new OwnDirectory.Row(address, "ORG", "", "1990000001", "", "", label, "", "");
    }
}
