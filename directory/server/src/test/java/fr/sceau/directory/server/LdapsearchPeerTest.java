package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.directory.server.ldap.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same questions by OpenLDAP's client, which shares no code with ours. */
final class LdapsearchPeerTest {
    private static final Path LDAPSEARCH = Path.of("/usr/bin/ldapsearch");

    private final Path folder;

    LdapsearchPeerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String ask(DirectoryFixture directory, String... question) throws Exception {
        return askAt("ldap://127.0.0.1:" + directory.port(), Path.of("/dev/null"), question);
    }

    private static String askAt(String url, Path trusted, String... question) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                LDAPSEARCH.toString(), "-x", "-LLL", "-o", "ldif-wrap=no", "-H", url, "-b", "o=annuaire-sante"));
        command.addAll(List.of(question));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LDAPTLS_CACERT", trusted.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
    }

    @Test
    void ldapsearch_upgrades_to_tls_and_asks_for_pages() throws Exception {
        assumeTrue(Files.isExecutable(LDAPSEARCH), "SKIPPED: ldapsearch is missing (package ldap-utils)");
        try (DirectoryFixture directory = TlsWorld.start(folder, Limits.USUAL)) {
            Path trusted = Files.writeString(folder.resolve("server.pem"), pem(TlsWorld.certificate(folder)));
            String clear = "ldap://127.0.0.1:" + directory.port(1);
            assertThat(askAt(clear, trusted, "(mail=*)", "mail")).endsWith("exit 13"); // confidentialityRequired
            assertThat(askAt(clear, trusted, "-ZZ", "-E", "pr=50/noprompt", "(mail=*)", "mail"))
                    .contains("mail: zoe.dartagnan@autre.mssante.test", "mail: c149@exemple.mssante.test")
                    .endsWith("exit 0");
            assertThat(askAt("ldaps://127.0.0.1:" + directory.port(2), trusted, "(mail=zoe*)", "mail"))
                    .contains("mail: zoe.dartagnan@autre.mssante.test")
                    .endsWith("exit 0");
        }
    }

    private static String pem(X509Certificate certificate) throws Exception {
        String octets = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + octets + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void ldapsearch_finds_a_name_without_its_accent_and_reads_the_schema() throws Exception {
        assumeTrue(Files.isExecutable(LDAPSEARCH), "SKIPPED: ldapsearch is missing (package ldap-utils)");
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            String zoe = "(|(cn=*zoe*d'art*)(mail=*zoe d'art*)(givenName=*zoe*)(sn=*zoe d'art*))";
            assertThat(ask(directory, "-z", "100", zoe, "mail", "cn"))
                    .contains("mail: zoe.dartagnan@autre.mssante.test")
                    .endsWith("exit 0");
            assertThat(ask(directory, "-b", "cn=schema", "-s", "base", "objectClasses"))
                    .contains("NAME 'asBAL'")
                    .endsWith("exit 0");
            assertThat(ask(directory, "-D", "cn=admin", "-w", "x", "(mail=*)")).endsWith("exit 49");
        }
    }
}
