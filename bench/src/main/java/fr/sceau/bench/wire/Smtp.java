package fr.sceau.bench.wire;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** One submission connection: STARTTLS, AUTH PLAIN, then message after message, as an ordinary client without pipelining. */
public final class Smtp implements Closeable {
    private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Wire wire;

    private Smtp(Wire wire) {
        this.wire = wire;
    }

    /** Connected and logged in. */
    public static Smtp open(MailSystem system, Trust trust, String login, String password) throws IOException {
        Smtp smtp = new Smtp(new Wire(system.host(), system.submissionPort()));
        smtp.expect('2');
        smtp.ask("EHLO banc.exemple.test", '2');
        smtp.ask("STARTTLS", '2');
        smtp.wire.encrypt(trust);
        smtp.ask("EHLO banc.exemple.test", '2');
        byte[] plain = ("\0" + login + "\0" + password).getBytes(StandardCharsets.UTF_8);
        smtp.ask("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain), '2'); // RFC 4616
        return smtp;
    }

    /** Returns when the server answered 250 to the whole message. No line of it starts with a dot. */
    public void send(String from, String to, byte[] message) throws IOException {
        ask("MAIL FROM:<" + from + ">", '2');
        ask("RCPT TO:<" + to + ">", '2');
        ask("DATA", '3');
        byte[] whole = Arrays.copyOf(message, message.length + END.length);
        System.arraycopy(END, 0, whole, message.length, END.length);
        wire.write(whole);
        expect('2');
    }

    private void ask(String command, char wanted) throws IOException {
        wire.line(command);
        expect(wanted);
    }

    private void expect(char wanted) throws IOException {
        String answer = wire.line();
        while (answer.length() > 3 && answer.charAt(3) == '-') {
            answer = wire.line();
        }
        if (answer.isEmpty() || answer.charAt(0) != wanted) {
            throw new BenchException("réponse SMTP inattendue : " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        wire.line("QUIT");
        wire.close();
    }
}
