package fr.sceau.mailets.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.MailetsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoliciesTest {
    private static final Set<String> OURS = Set.of("exemple.mssante.test");

    @TempDir
    Path folder = Path.of("");

    private Policies read(String table) throws IOException {
        return Policies.read(Files.writeString(folder.resolve("policies.tsv"), table), OURS);
    }

    @Test
    void our_domains_are_strict_and_others_interop_when_nothing_is_written() throws Exception {
        Policies policies = read("# rien\n\n");
        assertThat(policies.of("A@Exemple.mssante.test")).isEqualTo(Policy.STRICT);
        assertThat(policies.of("a@ailleurs.mssante.test")).isEqualTo(Policy.INTEROP);
    }

    @Test
    void mailbox_wins_over_domain_and_a_dash_keeps_the_profile() throws Exception {
        Policies policies = read("""
                exemple.mssante.test	personal	required
                Lab@exemple.mssante.test	login	-
                partenaire.mssante.test		-	when-declared
                """);
        assertThat(policies.of("lab@exemple.mssante.test"))
                .isEqualTo(new Policy(SignaturePolicy.LOGIN, EncryptionPolicy.WHEN_DECLARED));
        assertThat(policies.of("autre@exemple.mssante.test"))
                .isEqualTo(new Policy(SignaturePolicy.PERSONAL, EncryptionPolicy.REQUIRED));
        assertThat(policies.of("x@partenaire.mssante.test"))
                .isEqualTo(new Policy(SignaturePolicy.LOGIN, EncryptionPolicy.WHEN_DECLARED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@exemple.mssante.test login - | trouvé 1",
                "a@exemple.mssante.test\tlogin | trouvé 2",
                "a@exemple.mssante.test\tLogin\t- | signature « Login » inconnue",
                "a@exemple.mssante.test\tany\talways | chiffrement « always » inconnu",
                "a b\tany\t- | n'est ni une boîte ni un domaine"
            })
    void fault_is_told_with_file_and_line(String row, String fault) {
        assertThatThrownBy(() -> read("# un\n\n" + row + "\n"))
                .isInstanceOf(MailetsException.class)
                .hasMessageContaining("policies.tsv, ligne 3 : ")
                .hasMessageContaining(fault);
    }

    @Test
    void same_key_twice_is_a_fault() {
        assertThatThrownBy(() -> read("a@b.test\tany\t-\nA@b.test\tlogin\t-\n"))
                .hasMessageContaining("ligne 2 : « a@b.test » figure déjà plus haut");
    }

    @Test
    void missing_file_is_a_fault() {
        assertThatThrownBy(() -> Policies.read(folder.resolve("absent.tsv"), OURS))
                .hasMessageContaining("absent.tsv : fichier absent ou illisible");
    }
}
