package fr.sceau.system.talk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A conversation written as text, one act a line:
 *
 * <pre>
 * # remark
 * connect KEY.port         in clear;  connect-tls KEY.port: with TLS
 * &gt; text                   sends a line; ${plain:ADDRESS} is the AUTH PLAIN word of that mailbox's login
 * &lt; pattern                the next line; * stands for anything
 * ... pattern              skips lines up to one like this
 * tls | tls-as-partner     goes over to TLS
 * hangs-up                 the server has closed the connection
 * </pre>
 */
public final class Dialogue {
    private static final Pattern PLAIN = Pattern.compile("\\$\\{plain:([^}]+)}");

    private final TestSceau sceau;

    public Dialogue(TestSceau sceau) {
        this.sceau = sceau;
    }

    /** Plays it; fails at the first answer that is not as written. */
    public void play(Path text) throws IOException {
        Wire wire = null;
        int number = 0;
        try {
            for (String line : Files.readAllLines(text)) {
                number++;
                if (line.startsWith("connect")) {
                    wire = connect(line);
                } else if (wire != null && !line.isBlank() && !line.startsWith("#")) {
                    act(wire, line, text.getFileName() + ", line " + number);
                }
            }
        } finally {
            if (wire != null) {
                wire.close();
            }
        }
        assertThat(number).isPositive();
    }

    private Wire connect(String line) throws IOException {
        String[] words = line.split(" ");
        int port = sceau.port(words[1]);
        return words[0].equals("connect-tls") ? Wire.tls(port, sceau.client()) : Wire.plain(port);
    }

    private void act(Wire wire, String line, String where) throws IOException {
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (line.split(" ")[0]) {
            case ">" -> wire.send(withSecrets(rest) + "\r\n");
            case "<" -> assertThat(wire.line()).as(where).matches(glob(rest));
            case "..." -> skipTo(wire, glob(rest));
            case "tls" -> wire.startTls(sceau.client());
            case "tls-as-partner" -> wire.startTls(sceau.partner());
            case "hangs-up" -> assertThat(closed(wire)).as(where).isTrue();
            default -> throw new IllegalArgumentException(where + ": not understood");
        }
    }

    private static void skipTo(Wire wire, String pattern) throws IOException {
        String line = wire.line();
        while (!line.matches(pattern)) {
            line = wire.line(); // ends with an EOFException or a time-out when it never comes
        }
    }

    private static boolean closed(Wire wire) throws IOException {
        try {
            wire.line();
            return false;
        } catch (EOFException e) {
            return true;
        }
    }

    private String withSecrets(String text) {
        return PLAIN.matcher(text).replaceAll(found -> {
            Login login = sceau.logins().forMailbox(found.group(1));
            byte[] word = ("\0" + login.login() + "\0" + login.password()).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(word);
        });
    }

    private static String glob(String pattern) {
        return Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    }
}
