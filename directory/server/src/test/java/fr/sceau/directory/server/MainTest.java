package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import fr.sceau.directory.client.LdapDirectory;
import java.io.BufferedReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory as a process of its own. */
final class MainTest {
    private static final int TERMINATED = 128 + 15;

    private final Path home;

    MainTest(@TempDir Path home) {
        this.home = home;
    }

    private static Process run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int exitCode(Process process) throws Exception {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    private int configure() throws Exception {
        Files.createDirectories(home.resolve("directory"));
        try (ServerSocket free = new ServerSocket(0)) {
            TestFiles.write(
                    home.resolve("conf/sceau.properties"),
                    "# a comment\nbind = 0.0.0.0\ndirectory.port = " + free.getLocalPort() + "\nimap.port = 1\n");
            return free.getLocalPort();
        }
    }

    @Test
    void it_tells_when_it_is_ready_answers_and_stops_when_told_to() throws Exception {
        int port = configure();
        TestFiles.own(home.resolve("directory/own/mailboxes.tsv"), SampleWorld.OWN_SERVICE);
        Process process = run("--home", home.toString());
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                LdapDirectory client = new LdapDirectory("127.0.0.1", port)) {
            assertThat(output.readLine()).isEqualTo("directory ready ldap://127.0.0.1:" + port);
            assertThat(client.byMail("cardiologie@exemple.mssante.test")).isPresent();
        } finally {
            process.destroy();
        }
        assertThat(exitCode(process)).isEqualTo(TERMINATED);
    }

    @Test
    void it_listens_for_other_machines_where_that_is_set() throws Exception {
        int[] ports = configureForOthers();
        TestCertificates.server(home.resolve("tls/server.p12"), "only here".toCharArray());
        TestFiles.own(home.resolve("directory/own/mailboxes.tsv"), SampleWorld.OWN_SERVICE);
        SSLUtil trusting = new SSLUtil(new TrustAllTrustManager());
        Process process = run("--home", home.toString());
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).startsWith("directory ready");
            try (LDAPConnection client = new LDAPConnection(trusting.createSSLSocketFactory(), "127.0.0.1", ports[1])) {
                assertThat(client.getEntry("o=annuaire-sante")).isNotNull();
            }
            try (LDAPConnection client = new LDAPConnection("127.0.0.1", ports[0])) {
                client.processExtendedOperation(new StartTLSExtendedRequest(trusting.createSSLContext()));
                assertThat(client.getEntry("o=annuaire-sante")).isNotNull();
                Filter large = Filter.createEqualityFilter("cn", "a".repeat(50_000));
                assertThatThrownBy(() -> client.search("o=annuaire-sante", SearchScope.SUB, large))
                        .as("a message of more than 16 kB under TLS")
                        .isInstanceOfSatisfying(LDAPException.class, e -> assertThat(e.getResultCode())
                                .isIn(ResultCode.SERVER_DOWN, ResultCode.DECODING_ERROR));
            }
        } finally {
            process.destroy();
        }
    }

    private int[] configureForOthers() throws Exception {
        int local = configure();
        try (ServerSocket startTls = new ServerSocket(0);
                ServerSocket ldaps = new ServerSocket(0)) {
            TestFiles.write(
                    home.resolve("conf/sceau.properties"),
                    "bind = 127.0.0.1\ndirectory.port = " + local + "\nldap.port = " + startTls.getLocalPort()
                            + "\nldaps.port = " + ldaps.getLocalPort() + "\n");
            TestFiles.write(home.resolve("conf/secrets.properties"), "tls.password = only here\n");
            return new int[] {startTls.getLocalPort(), ldaps.getLocalPort()};
        }
    }

    @Test
    void without_a_key_it_does_not_start_to_listen_for_others() throws Exception {
        configureForOthers();
        assertThat(exitCode(run("--home", home.toString()))).isEqualTo(78);
    }

    @Test
    void help_and_wrong_usage_have_their_exit_codes() throws Exception {
        assertThat(exitCode(run("--help"))).isZero();
        assertThat(exitCode(run())).isEqualTo(64);
        assertThat(exitCode(run("--home", home.resolve("nowhere").toString()))).isEqualTo(64);
    }

    @Test
    void a_bad_setting_and_a_bad_table_prevent_the_start() throws Exception {
        assertThat(exitCode(run("--home", home.toString()))).as("no settings").isEqualTo(78);
        configure();
        TestFiles.write(home.resolve("directory/own/mailboxes.tsv"), "adresse\n");
        assertThat(exitCode(run("--home", home.toString()))).as("bad table").isEqualTo(78);
        TestFiles.write(home.resolve("conf/sceau.properties"), "directory.port = many\n");
        assertThat(exitCode(run("--home", home.toString()))).as("bad port").isEqualTo(78);
    }

    @Test
    void a_port_that_is_taken_prevents_the_start() throws Exception {
        int port = configure();
        try (ServerSocket taken = new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(exitCode(run("--home", home.toString()))).isEqualTo(69);
        }
    }
}
