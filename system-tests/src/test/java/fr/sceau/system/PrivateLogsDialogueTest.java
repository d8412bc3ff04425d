package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Patient;
import fr.sceau.system.mail.Seals;
import fr.sceau.system.mail.Shares;
import fr.sceau.system.mail.Suspects;
import fr.sceau.system.talk.ImapTalk;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: what all processes of the test run logged and traced names no patient. */
@Order(Integer.MAX_VALUE)
final class PrivateLogsDialogueTest {
    /** What the table of the inboxes showed its reader, subjects included: a screen, not a log. */
    private static final String READERS_SCREEN = "table.log";

    private final TestSceau sceau = TestSceau.shared();

    @Test
    void no_line_of_any_log_or_trace_names_a_patient() throws IOException {
        sceau.seed();
        mentionPatientsEverywhere();
        sceau.stop();
        List<Path> files = written();
        assertThat(files).isNotEmpty();
        List<String> betrayals = new ArrayList<>();
        long lines = 0;
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                lines++;
                Suspects.in(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .ifPresent(what -> betrayals.add(file.getFileName() + ": " + what));
            }
        }
        System.out.printf("%d lignes de %d journaux relues, aucun patient attendu%n", lines, files.size());
        assertThat(betrayals).isEmpty();
    }

    /** At the least once in each place where a name could slip into a log. */
    private void mentionPatientsEverywhere() throws IOException {
        Outbox outbox = new Outbox(sceau);
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] signed = Seals.signed(letter.bytes(), new DemoKeys(sceau.installation()).laboratory());
        outbox.submit(Cast.LABORATORY, Cast.CLAIRE, signed);
        Inbox.of(sceau, Cast.CLAIRE).await(letter.id());
        outbox.submit(Cast.LABORATORY, Cast.CLAIRE, Seals.tampered(signed));
        outbox.submit(Cast.LABORATORY, Patient.ADDRESS, signed);
        outbox.handOver(Cast.CLAIRE, Seals.tampered(signed));
        outbox.handOver(Patient.ADDRESS, letter.bytes());
        try (SmtpTalk smtp = outbox.asPartner()) {
            smtp.command("MAIL FROM:<" + Patient.ADDRESS + ">");
            smtp.command("VRFY " + Patient.ADDRESS);
        }
        try (SmtpTalk smtp = SmtpTalk.tls(sceau.port("submissions.port"), sceau.client())) {
            smtp.login(Patient.ADDRESS, "essai");
        }
        nameFoldersAfterPatients();
    }

    /** What is refused is told in the log: by James, and by PostgreSQL where a name is taken below the new one. */
    private void nameFoldersAfterPatients() throws IOException {
        String patient = "Philomene Zephirin-Lachatre";
        assertThat(Suspects.in(patient)).isPresent();
        try (ImapTalk imap = new Shares(sceau).session(Cast.CLAIRE)) {
            imap.must("CREATE \"A/" + patient + "\"");
            imap.must("CREATE \"B/" + patient + "\"");
            imap.must("DELETE B");
            imap.must("SELECT INBOX");
            for (String command : List.of(
                    "RENAME A B",
                    "CREATE \"Partages/personne@exemple.mssante.test/%s\"",
                    "DELETE \"Partages/personne@exemple.mssante.test/%s\"",
                    "RENAME \"A/%s\" \"Partages/personne@exemple.mssante.test/%s\"",
                    "SELECT \"%s\"",
                    "STATUS \"%s\" (MESSAGES)",
                    "SETACL \"Partages/personne@exemple.mssante.test/%s\" paul@exemple.mssante.test lr",
                    "GETACL \"%s\"",
                    "GETMETADATA \"%s\" /private/comment",
                    "COPY 1 \"Partages/personne@exemple.mssante.test/%s\"")) {
                assertThat(imap.command(command.replace("%s", patient)).ok()).isFalse();
            }
            imap.must("DELETE \"A/" + patient + "\"");
            imap.must("DELETE \"B/" + patient + "\"");
            imap.must("DELETE A");
        }
    }

    private List<Path> written() throws IOException {
        List<Path> files = new ArrayList<>();
        Path home = sceau.installation().home();
        for (Path folder :
                List.of(sceau.logs(), home.resolve("trace"), home.resolve("log"), home.resolve("postgres"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder, 2)) {
                    all.filter(file -> !file.endsWith(READERS_SCREEN))
                            .filter(file -> file.toString().matches(".*\\.(log|jsonl|txt|out)(\\.\\d+)?"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
