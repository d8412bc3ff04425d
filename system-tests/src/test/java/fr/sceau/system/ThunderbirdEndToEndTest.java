package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Shares;
import fr.sceau.system.mail.TraceLines;
import fr.sceau.system.thunderbird.Thunderbird;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secretary in Thunderbird and a doctor with curl, each under the own name, at once in the box of their service. */
final class ThunderbirdEndToEndTest {
    private static final String BOX = Shares.service();
    private static final String DONE = BOX + "/Faits";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestSceau sceau = TestSceau.shared();
    private final Shares shares = new Shares(sceau);

    @BeforeAll
    static void peers() {
        Peers.need("thunderbird", "Xvfb", "curl");
    }

    @Test
    void secretary_and_doctor_work_in_one_box_until_a_right_ends(@TempDir Path work) throws IOException {
        Letter letter = Letter.result(Cast.HELENE, Cast.CARDIOLOGY);
        new Outbox(sceau).handOver(Cast.CARDIOLOGY, letter.bytes());
        shares.give(Cast.CARDIOLOGY, Cast.PAUL, "read,write");
        Curl doctor = new Curl(sceau, work, Cast.PAUL, shares.password(Cast.PAUL));
        try (Thunderbird secretary = Thunderbird.start(sceau, work, Cast.LEILA, shares.password(Cast.LEILA))) {
            doctor.command("", "CREATE \"" + DONE + "\"");
            eventually("the shared folders", () -> secretary.folders().containsAll(List.of("INBOX", BOX, DONE)));
            flagsAreSeenByBoth(secretary, doctor, letter);
            secretary.picture(BOX, sceau.root().resolve("system-tests/target/screenshots/thunderbird.png"));
            movesAreSeenByBoth(secretary, doctor, letter);
            bothAreTraced(letter);
            rightsGoAndEnd(secretary, doctor, letter);
        } finally {
            shares.give(Cast.CARDIOLOGY, Cast.LEILA, "read,write,send");
            doctor.command("", "DELETE \"" + DONE + "\"");
            shares.take(Cast.CARDIOLOGY, Cast.PAUL);
        }
    }

    private void flagsAreSeenByBoth(Thunderbird secretary, Curl doctor, Letter letter) throws IOException {
        eventually("the letter", () -> secretary.message(BOX, letter.id()).equals("unread"));
        String uid = doctor.search(BOX, letter.id());
        doctor.command(BOX, "UID STORE " + uid + " +FLAGS (\\Flagged)");
        eventually(
                "the doctor's star", () -> secretary.message(BOX, letter.id()).contains("flagged"));
        assertThat(secretary.open(BOX, letter.id())).isPositive();
        secretary.flag(BOX, letter.id(), false);
        eventually("the secretary's change", () -> doctor.search(BOX, letter.id(), "UNFLAGGED")
                .equals(uid));
    }

    private void movesAreSeenByBoth(Thunderbird secretary, Curl doctor, Letter letter) throws IOException {
        secretary.move(BOX, letter.id(), DONE);
        eventually(
                "the secretary's move", () -> !doctor.search(DONE, letter.id()).isEmpty());
        assertThat(doctor.search(BOX, letter.id())).isEmpty();
        doctor.command(DONE, "UID MOVE " + doctor.search(DONE, letter.id()) + " \"" + BOX + "\"");
        eventually(
                "the doctor's move", () -> !secretary.message(BOX, letter.id()).isEmpty());
        eventually(
                "its end where it was",
                () -> secretary.message(DONE, letter.id()).isEmpty());
    }

    private void bothAreTraced(Letter letter) throws IOException {
        for (String person : new String[] {Cast.LEILA, Cast.PAUL}) {
            for (String event : new String[] {"flagged", "moved"}) {
                assertThat(TraceLines.all(sceau))
                        .as(person + " " + event)
                        .anyMatch(line -> line.contains("\"event\":\"" + event + "\"")
                                && line.contains("\"person\":\"" + person + "\"")
                                && line.contains("\"mailbox\":\"" + Cast.CARDIOLOGY + "\""));
            }
        }
        assertThat(TraceLines.all(sceau))
                .anyMatch(line -> line.contains("\"event\":\"opened\"") && line.contains(Cast.LEILA))
                .noneMatch(line -> line.contains(letter.subject()));
    }

    private void rightsGoAndEnd(Thunderbird secretary, Curl doctor, Letter letter) throws IOException {
        shares.give(Cast.CARDIOLOGY, Cast.LEILA, "read");
        Instant known = Instant.now().plusSeconds(6);
        eventually("the server's knowledge of it", () -> Instant.now().isAfter(known));
        secretary.reconnect();
        assertThat(secretary.message(BOX, letter.id())).isNotEmpty();
        secretary.flag(BOX, letter.id(), true);
        secretary.message(BOX, letter.id());
        assertThat(doctor.search(BOX, letter.id(), "UNFLAGGED")).isNotEmpty();
        shares.endAt(Cast.CARDIOLOGY, Cast.LEILA, Instant.now().plusSeconds(5));
        eventually("the end of the right", () -> !secretary.folders().contains(BOX));
        assertThat(doctor.search(BOX, letter.id())).isNotEmpty();
    }

    private interface Question {
        boolean ask() throws IOException;
    }

    private static void eventually(String what, Question question) {
        Await.until(what, SOON, () -> {
            try {
                return question.ask();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
