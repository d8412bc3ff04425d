package fr.sceau.system.model;

import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.Wire;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One session, logged in, that reads every answer whole and notes it. Belongs to one thread at a time. */
final class ImapConnection implements Closeable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final Wire wire;
    private final String who;
    private final Transcript transcript;
    private int tag;

    private ImapConnection(Wire wire, String who, Transcript transcript) {
        this.wire = wire;
        this.who = who;
        this.transcript = transcript;
    }

    static ImapConnection open(TestSceau sceau, Login login, String who, Transcript transcript) throws IOException {
        Wire wire = Wire.tls(sceau.port("imaps.port"), sceau.client());
        ImapConnection connection = new ImapConnection(wire, who, transcript);
        wire.line();
        wire.send("login LOGIN \"" + login.login() + "\" \"" + login.password() + "\"\r\n");
        connection.until("login", "LOGIN", System.nanoTime(), new ArrayList<>()).must();
        return connection;
    }

    Exchange send(String command) throws IOException {
        return exchange(command, command + "\r\n");
    }

    /** A command that ends in a literal; sent without waiting (RFC 7888). */
    Exchange send(String command, String literal) throws IOException {
        return exchange(command, command + " {" + literal.length() + "+}\r\n" + literal + "\r\n");
    }

    Exchange must(String command) throws IOException {
        return send(command).must();
    }

    private Exchange exchange(String command, String text) throws IOException {
        String mark = "t" + ++tag;
        long start = System.nanoTime();
        try {
            wire.send((mark + " " + text).getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException e) {
            return closed(command, start, List.of());
        }
        return until(mark, command, start, new ArrayList<>());
    }

    /** IDLE (RFC 2177), until what happens meanwhile is over and a line as each of those wanted has come; then DONE. */
    Exchange idle(IdleStep meanwhile, List<Predicate<Line>> wanted) throws IOException {
        String mark = "t" + ++tag;
        long start = System.nanoTime();
        wire.send(mark + " IDLE\r\n");
        List<Line> lines = new ArrayList<>();
        try {
            begun(lines);
            transcript.note(
                    who + " idles after " + lines.stream().map(Line::text).toList());
            meanwhile.run();
            while (!wanted.stream().allMatch(want -> lines.stream().anyMatch(want))) {
                lines.add(line(wire.line()));
            }
            transcript.note(
                    who + " is done after " + lines.stream().map(Line::text).toList());
            wire.send("DONE\r\n");
        } catch (EOFException | SocketException e) {
            return closed("IDLE", start, lines);
        }
        return until(mark, "IDLE", start, lines);
    }

    private void begun(List<Line> lines) throws IOException {
        for (String line = wire.line(); !line.startsWith("+"); line = wire.line()) {
            lines.add(line(line));
        }
    }

    /** What happens while a client idles. */
    interface IdleStep {
        void run() throws IOException;
    }

    private Exchange until(String mark, String command, long start, List<Line> lines) throws IOException {
        try {
            for (String text = wire.line(); ; text = wire.line()) {
                if (text.startsWith(mark + " ")) {
                    return noted(command, start, System.nanoTime(), lines, text.substring(mark.length() + 1));
                }
                lines.add(line(text));
            }
        } catch (EOFException | SocketException e) {
            return closed(command, start, lines);
        }
    }

    /** What the server had begun may still be going on. */
    private Exchange closed(String command, long start, List<Line> lines) {
        return noted(command, start, Long.MAX_VALUE, lines, Exchange.CLOSED);
    }

    private Exchange noted(String command, long start, long end, List<Line> lines, String status) {
        Exchange exchange = new Exchange(command, start, end, List.copyOf(lines), status);
        transcript.add(who, exchange);
        return exchange;
    }

    private Line line(String first) throws IOException {
        StringBuilder all = new StringBuilder(first);
        List<String> literals = new ArrayList<>();
        for (Matcher literal = LITERAL.matcher(all); literal.find(); literal = LITERAL.matcher(all)) {
            literals.add(new String(wire.bytes(Integer.parseInt(literal.group(1))), StandardCharsets.ISO_8859_1));
            all.setLength(literal.start());
            all.append(Line.LITERAL).append(wire.line());
        }
        if (!all.toString().startsWith("* ")) {
            throw new Contradiction(who + " got a line that is neither its answer nor untagged: " + all);
        }
        return Line.of(all.toString(), literals);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
