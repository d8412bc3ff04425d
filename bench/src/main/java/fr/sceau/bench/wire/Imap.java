package fr.sceau.bench.wire;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One IMAP connection over TLS. */
public final class Imap implements Closeable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+?}$");
    private static final Pattern MESSAGES = Pattern.compile("\\(MESSAGES (\\d+)\\)");

    private final Wire wire;
    private int tag;

    private Imap(Wire wire) {
        this.wire = wire;
    }

    /** What a command brought. */
    public record Answer(List<String> lines, long octets) {
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /** Connected and logged in. */
    public static Imap open(MailSystem system, Trust trust, String login, String password) throws IOException {
        Imap imap = new Imap(new Wire(system.host(), system.imapsPort()));
        imap.wire.encrypt(trust);
        imap.wire.line();
        imap.ask("LOGIN \"" + login + "\" \"" + password + "\"");
        return imap;
    }

    /** The untagged lines; literals are counted and passed over. */
    public Answer ask(String command) throws IOException {
        return answer(begin(command));
    }

    /** How many messages a folder holds, without selecting it. */
    public int count(String folder) throws IOException {
        return ask("STATUS " + folder + " (MESSAGES)").lines().stream()
                .map(MESSAGES::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new BenchException("STATUS sans MESSAGES"));
    }

    /** RFC 9051 6.3.12 */
    public void append(String folder, byte[] message) throws IOException {
        String mine = begin("APPEND " + folder + " {" + message.length + "}");
        String answer = wire.line();
        while (!answer.startsWith("+")) {
            if (answer.startsWith(mine + " ")) {
                throw new BenchException("APPEND refusé");
            }
            answer = wire.line();
        }
        byte[] whole = Arrays.copyOf(message, message.length + 2);
        whole[message.length] = '\r';
        whole[message.length + 1] = '\n';
        wire.write(whole);
        answer(mine);
    }

    private String begin(String command) throws IOException {
        String mine = "a" + ++tag;
        wire.line(mine + " " + command);
        return mine;
    }

    private Answer answer(String mine) throws IOException {
        List<String> lines = new ArrayList<>();
        long octets = 0;
        while (true) {
            String line = wire.line();
            if (line.startsWith(mine + " ")) {
                if (!line.startsWith("OK", mine.length() + 1)) {
                    throw new BenchException("réponse IMAP inattendue : " + line);
                }
                return new Answer(lines, octets);
            }
            lines.add(line);
            long literal = literal(line);
            octets += literal;
            wire.skip(literal);
        }
    }

    private static long literal(String line) {
        if (!line.endsWith("}")) {
            return 0;
        }
        Matcher found = LITERAL.matcher(line);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        wire.line("z LOGOUT");
        wire.close();
    }
}
