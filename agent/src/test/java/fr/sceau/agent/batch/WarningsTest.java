package fr.sceau.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a batch says of dead and wrong mailboxes, of entries as the directory serves them. */
@Timeout(60)
class WarningsTest {
    private static final String BETTER = "secretariat@exemple.mssante.test";

    private final Laboratory laboratory;
    private final List<String> warned = new ArrayList<>();
    private final List<Integer> wantingPaper = new ArrayList<>();

    WarningsTest(@TempDir Path home) throws IOException {
        laboratory = new Laboratory(home);
    }

    private static InMemoryDirectoryServer directory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=annuaire-sante");
        config.setSchema(null);
        config.setListenerConfigs(
                new InMemoryListenerConfig("test", InetAddress.getLoopbackAddress(), 0, null, null, null));
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add("dn: o=annuaire-sante", "objectClass: organization", "o: annuaire-sante");
        server.add("dn: ou=boites,o=annuaire-sante", "objectClass: organizationalUnit", "ou: boites");
        server.add("dn: ou=remises,o=annuaire-sante", "objectClass: organizationalUnit", "ou: remises");
        for (String box : List.of(Laboratory.DOCTOR + " PER", BETTER + " ORG")) {
            String[] parts = box.split(" ");
            server.add(
                    "dn: mail=" + parts[0] + ",ou=boites,o=annuaire-sante",
                    "objectClass: inetOrgPerson",
                    "mail: " + parts[0],
                    "cn: " + parts[0],
                    "asTypeBAL: " + parts[1],
                    "asIdStruct: 1990000001");
        }
        server.startListening();
        return server;
    }

    private static void died(InMemoryDirectoryServer directory, String address) throws Exception {
        directory.add(
                "dn: asBoite=" + address + ",ou=remises,o=annuaire-sante",
                "objectClass: asRemises",
                "asBoite: " + address,
                "asDernierEchec: 20261030090000Z",
                "asMotifEchec: 5.1.1",
                "asJoursFermee: 1");
    }

    private BatchSummary send(int port, int ldap) throws Exception {
        BatchListener listener = new BatchListener() {
            @Override
            public void warned(String recipient, String warning) {
                warned.add(recipient + " : " + warning);
            }

            @Override
            public void paperWanted(int recipients) {
                wantingPaper.add(recipients);
            }
        };
        BatchOptions options =
                laboratory.options(port, Duration.ofSeconds(20), false).withDirectory("127.0.0.1", ldap);
        return new Batch(options, listener).run();
    }

    @Test
    void a_dead_mailbox_is_named_once_with_the_better_one_and_every_result_leaves_all_the_same() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        InMemoryDirectoryServer directory = directory();
        died(directory, Laboratory.DOCTOR);
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            BatchSummary summary = send(server.port(), directory.getListenPort());
            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.exitCode()).isEqualTo(ExitCode.DONE);
        } finally {
            directory.shutDown(true);
        }
        assertThat(warned)
                .singleElement()
                .asString()
                .startsWith(Laboratory.DOCTOR + " : Cette boîte semble fermée")
                .contains("code 5.1.1", "Plutôt : " + BETTER + " (même structure)");
        assertThat(laboratory.reportLines()).hasSize(2).allMatch(line -> line.contains("Plutôt : " + BETTER));
    }

    @Test
    void a_living_mailbox_is_not_mentioned() throws Exception {
        laboratory.result("a.hpr", "un");
        InMemoryDirectoryServer directory = directory();
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            assertThat(send(server.port(), directory.getListenPort()).accepted())
                    .isEqualTo(1);
        } finally {
            directory.shutDown(true);
        }
        assertThat(warned).isEmpty();
        assertThat(laboratory.reportLines()).singleElement().asString().endsWith(";");
    }

    @Test
    void who_wants_paper_too_is_counted_and_named_in_the_report() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        InMemoryDirectoryServer directory = directory();
        directory.modify(
                "dn: mail=" + Laboratory.DOCTOR + ",ou=boites,o=annuaire-sante",
                "changetype: modify",
                "add: asDemat",
                "asDemat: false");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            assertThat(send(server.port(), directory.getListenPort()).accepted())
                    .isEqualTo(2);
        } finally {
            directory.shutDown(true);
        }
        assertThat(warned).isEmpty();
        assertThat(wantingPaper).containsExactly(1);
        assertThat(laboratory.reportLines()).hasSize(2).allMatch(line -> line.contains("« zéro papier »"));
    }

    @Test
    void nobody_waits_for_advice_of_a_directory_that_is_away() throws Exception {
        laboratory.result("a.hpr", "un");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            BatchOptions options =
                    laboratory.options(server.port(), Duration.ZERO, false).withDirectory("127.0.0.1", 1);
            assertThat(new Batch(options, BatchListener.SILENT).run().exitCode())
                    .isEqualTo(ExitCode.UNFINISHED);
        }
        assertThat(laboratory.reportLines()).singleElement().asString().contains("annuaire indisponible");
    }
}
