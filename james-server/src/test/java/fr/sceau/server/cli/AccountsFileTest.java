package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.server.ServerException;
import fr.sceau.server.accounts.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsFileTest {
    private static final String HEADER = "address\ttype\tcustody\tlabel\tstructure\tpassword\tdelegates\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void mailbox_with_delegates_is_read() throws IOException {
        Path file = file(HEADER + "Cardio@x.test\torg\toperator\tCardiologie\t1990000001\t\ta@x.test,b@x.test\n");

        Registration row = AccountsFile.read(file).get(0);

        assertThat(row.account().mailbox())
                .contains(new LocalMailbox("cardio@x.test", Kind.ORG, Custody.OPERATOR, false, "1990000001"));
        assertThat(row.account().delegates()).isEqualTo(List.of("a@x.test", "b@x.test"));
        assertThat(row.password()).isEmpty();
    }

    @Test
    void line_without_type_is_a_login_without_mailbox() throws IOException {
        Registration row = AccountsFile.read(file(HEADER + "leila@x.test\t\t\tLeïla\t\tsecret\t\n"))
                .get(0);

        assertThat(row.account().mailbox()).isEmpty();
        assertThat(row.password()).contains("secret");
        assertThat(row.toString()).doesNotContain("secret");
    }

    @Test
    void unknown_type_is_refused_with_its_line() throws IOException {
        Path file = file(HEADER + "\nx@x.test\tXXX\toperator\tX\t\tsecret\t\n");

        assertThatThrownBy(() -> AccountsFile.read(file))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("ligne 3")
                .hasMessageNotContaining("secret");
    }

    @Test
    void missing_column_is_refused() throws IOException {
        Path file = file("address\ttype\n");

        assertThatThrownBy(() -> AccountsFile.read(file)).hasMessageContaining("custody");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("accounts.tsv"), content);
    }
}
