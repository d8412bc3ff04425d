package fr.sceau.system.mail;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Who may use whose box in the installation under test, and sessions in people's own names. */
public final class Shares {
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private final TestSceau sceau;

    public Shares(TestSceau sceau) {
        this.sceau = sceau;
    }

    /** By the operator's command, with more of its options. */
    public void give(String box, String person, String rights, String... more) {
        List<String> words = new ArrayList<>(List.of("share", box, person, "--rights", rights));
        words.addAll(List.of(more));
        sceau.run("share", sceau.mailboxCommand(words.toArray(String[]::new)));
    }

    /** By the operator's command. */
    public void take(String box, String person) {
        sceau.run("unshare", sceau.mailboxCommand("unshare", box, person));
    }

    /** Lets what was given end at that moment, which the command, in whole days, cannot say. */
    public void endAt(String box, String person, Instant end) {
        Properties login = new Properties();
        login.setProperty("user", "sceau");
        login.setProperty("password", sceau.installation().secrets().getProperty("postgres.password"));
        String url = "jdbc:postgresql://127.0.0.1:" + sceau.port("postgres.port") + "/sceau";
        try (Connection connection = DriverManager.getConnection(url, login);
                PreparedStatement update =
                        connection.prepareStatement("UPDATE delegation SET until = ? WHERE box = ? AND person = ?")) {
            update.setObject(1, end.atOffset(ZoneOffset.UTC));
            update.setString(2, box);
            update.setString(3, person);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("nothing to end");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("delegation not changed", e);
        }
    }

    /** A session of that login; the caller closes it. */
    public ImapTalk session(String login) throws IOException {
        ImapTalk imap = ImapTalk.tls(sceau.port("imaps.port"), sceau.client());
        imap.must("LOGIN \"" + login + "\" \"" + password(login) + "\"");
        return imap;
    }

    /** The password of the person behind a login. */
    public String password(String login) {
        String person = login.replaceFirst("\\+[^@]*", "");
        return sceau.logins().all().stream()
                .filter(one -> one.login().replaceFirst("\\+[^@]*", "").equals(person))
                .map(Login::password)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody logs in as " + person));
    }

    /** Waits for a message in a folder of a session and gives its UID. */
    public static long awaitIn(ImapTalk imap, String folder, String messageId) {
        List<Long> found = new ArrayList<>();
        Await.until("a message in " + folder, LONGEST_DELIVERY, () -> {
            try {
                if (imap.command("SELECT \"" + folder + "\"").ok()) {
                    found.addAll(imap.search("HEADER Message-ID \"" + messageId + "\""));
                }
                return !found.isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return found.get(0);
    }

    /** How a session shows a box of somebody else. */
    public static String shown(String box) {
        return "Partages/" + box;
    }

    /** The service's box. */
    public static String service() {
        return shown(Cast.CARDIOLOGY);
    }

    /** The rights that MYRIGHTS told, in the order of the alphabet. */
    public static String letters(ImapTalk.Answer myRights) {
        String line = myRights.lines().stream()
                .filter(one -> one.startsWith("* MYRIGHTS"))
                .findFirst()
                .orElseThrow();
        return line.substring(line.lastIndexOf(' ') + 1)
                .replace("\"", "")
                .chars()
                .sorted()
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
