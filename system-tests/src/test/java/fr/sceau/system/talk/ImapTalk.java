package fr.sceau.system.talk;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** An IMAP client that hides nothing. */
public final class ImapTalk implements Closeable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final Wire wire;
    private int tag;

    private ImapTalk(Wire wire) {
        this.wire = wire;
    }

    /** TLS from the first byte; the greeting is read. */
    public static ImapTalk tls(int port, SSLContext context) throws IOException {
        ImapTalk talk = new ImapTalk(Wire.tls(port, context));
        talk.wire.line();
        return talk;
    }

    /**
     * What one command brought.
     *
     * @param status the tagged line, without its tag
     * @param lines untagged lines; literals are taken out
     * @param literals in their order
     */
    public record Answer(String status, List<String> lines, List<byte[]> literals) {
        /** Whether the server did it. */
        public boolean ok() {
            return status.startsWith("OK");
        }
    }

    /** One command, read up to its tagged answer. */
    public Answer command(String text) throws IOException {
        String mark = "a" + ++tag;
        wire.send(mark + " " + text + "\r\n");
        List<String> lines = new ArrayList<>();
        List<byte[]> literals = new ArrayList<>();
        for (String line = whole(literals); ; line = whole(literals)) {
            if (line.startsWith(mark + " ")) {
                return new Answer(line.substring(mark.length() + 1), List.copyOf(lines), List.copyOf(literals));
            }
            lines.add(line);
        }
    }

    private String whole(List<byte[]> literals) throws IOException {
        StringBuilder all = new StringBuilder(wire.line());
        for (Matcher literal = LITERAL.matcher(all); literal.find(); literal = LITERAL.matcher(all)) {
            literals.add(wire.bytes(Integer.parseInt(literal.group(1))));
            all.setLength(literal.start());
            all.append(wire.line());
        }
        return all.toString();
    }

    /** Sends a command and reads all that still comes until the server hangs up. */
    public List<String> untilHangUp(String text) throws IOException {
        wire.send("z" + ++tag + " " + text + "\r\n");
        List<String> lines = new ArrayList<>();
        try {
            while (true) {
                lines.add(wire.line());
            }
        } catch (EOFException e) {
            return List.copyOf(lines);
        }
    }

    /** Logs in and opens INBOX; throws when either is refused. */
    public ImapTalk inbox(String login, String password) throws IOException {
        must("LOGIN \"" + login + "\" \"" + password + "\"");
        must("SELECT INBOX");
        return this;
    }

    /** A command that has to succeed. */
    public Answer must(String text) throws IOException {
        Answer answer = command(text);
        if (!answer.ok()) {
            throw new IOException(text.split(" ", 2)[0] + ": " + answer.status());
        }
        return answer;
    }

    /** UIDs of the messages that a search finds. */
    public List<Long> search(String criteria) throws IOException {
        return must("UID SEARCH " + criteria).lines().stream()
                .filter(line -> line.startsWith("* SEARCH"))
                .flatMap(line -> Stream.of(line.substring(8).trim().split(" ")))
                .filter(uid -> !uid.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    /** The bytes of one message. */
    public byte[] fetch(long uid) throws IOException {
        Answer answer = must("UID FETCH " + uid + " (BODY.PEEK[])");
        if (answer.literals().isEmpty()) {
            throw new IOException("no message under UID " + uid + ": " + answer.lines() + " " + answer.status());
        }
        return answer.literals().get(0);
    }

    /** The FLAGS of one message, as the server writes them. */
    public String flags(long uid) throws IOException {
        return String.join(" ", must("UID FETCH " + uid + " (FLAGS)").lines());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
