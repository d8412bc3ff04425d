package fr.sceau.mailets.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperatorsTest {
    private static final String DN = "CN=mx.chu.test,OU=1990000009,O=CHU de Test,ST=Paris (75),C=FR";

    @TempDir
    Path folder = Path.of("");

    private Operators read(String table) throws IOException {
        return Operators.read(Files.writeString(folder.resolve("operators.tsv"), table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=FR,ST=Paris (75),O=CHU de Test,OU=1990000009,CN=mx.chu.test",
                "cn=MX.CHU.TEST, ou=1990000009, o=\"CHU  de Test\", st=Paris (75), c=fr",
                "CN=mx.chu.test,OU=1990000009,O=CHU\u00a0de Test,ST=Paris (75),C=FR"
            })
    void same_name_written_in_another_way_is_the_same(String written) {
        assertThat(DistinguishedName.parse(written)).isEqualTo(DistinguishedName.of(new X500Principal(DN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=mx.chu.test,OU=1990000009,O=CHU de Test,ST=Paris (75)",
                "CN=mx.chu.test,OU=1990000008,O=CHU de Test,ST=Paris (75),C=FR",
                "CN=mx.chu.test,O=1990000009,OU=CHU de Test,ST=Paris (75),C=FR",
                "CN=mx.chu.test+OU=1990000009,O=CHU de Test,ST=Paris (75),C=FR",
                "CN=mx.chu.test,OU=1990000009,O=CHU de Test,ST=Paris (75),C=FR,OU=x"
            })
    void other_name_is_another(String written) {
        assertThat(DistinguishedName.parse(written)).isNotEqualTo(DistinguishedName.of(new X500Principal(DN)));
    }

    @Test
    void several_certificates_speak_for_a_domain_and_one_for_several_domains() throws Exception {
        Operators operators = read("a.test\t" + DN + "\nb.test\t" + DN + "\tlocalhost:2525\nA.test\tCN=second\n");
        assertThat(operators.domainsOf(DistinguishedName.parse(DN))).containsExactly("a.test", "b.test");
        assertThat(operators.domainsOf(DistinguishedName.parse("CN=second"))).containsExactly("a.test");
        assertThat(operators.domainsOf(DistinguishedName.parse("CN=third"))).isEmpty();
        assertThat(operators.gateway("B.test")).contains(new Gateway("localhost", 2525));
        assertThat(operators.gateway("a.test")).isEmpty();
        assertThat(operators.isListed("sub.a.test")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.test\tpas un nom | DN) est illisible",
                "a b.test\tCN=x | n'est pas un domaine",
                "a.test\tCN=x\tlocalhost | « hôte:port »",
                "a.test\tCN=x\tlocalhost:70000 | « hôte:port »",
                "a.test | trouvé 1"
            })
    void fault_is_told_with_file_and_line(String row, String fault) {
        assertThatThrownBy(() -> read("# un\n" + row + "\n"))
                .hasMessageContaining("operators.tsv, ligne 2 : ")
                .hasMessageContaining(fault);
    }
}
