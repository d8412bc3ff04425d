package fr.sceau.system.talk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/** An SMTP client that hides nothing: each command gives the server's answer, whatever it is. */
public final class SmtpTalk implements Closeable {
    private static final String EHLO = "EHLO client.exemple.test";

    private final Wire wire;

    private SmtpTalk(Wire wire) {
        this.wire = wire;
    }

    /** Connects, goes over to TLS with STARTTLS and says EHLO again. */
    public static SmtpTalk startTls(int port, SSLContext context) throws IOException {
        SmtpTalk talk = new SmtpTalk(Wire.plain(port));
        talk.expect(220, talk.reply());
        talk.expect(250, talk.command(EHLO));
        talk.expect(220, talk.command("STARTTLS"));
        talk.wire.startTls(context);
        talk.expect(250, talk.command(EHLO));
        return talk;
    }

    /** Connects with TLS from the first byte and says EHLO. */
    public static SmtpTalk tls(int port, SSLContext context) throws IOException {
        SmtpTalk talk = new SmtpTalk(Wire.tls(port, context));
        talk.expect(220, talk.reply());
        talk.expect(250, talk.command(EHLO));
        return talk;
    }

    /** AUTH PLAIN. */
    public SmtpReply login(String login, String password) throws IOException {
        byte[] secret = ("\0" + login + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return command("AUTH PLAIN " + Base64.getEncoder().encodeToString(secret));
    }

    /** One command line, one answer. */
    public SmtpReply command(String line) throws IOException {
        wire.send(line + "\r\n");
        return reply();
    }

    /** A whole transaction; the first refusal, or the answer after the final dot. */
    public SmtpReply send(String from, List<String> recipients, byte[] message) throws IOException {
        SmtpReply reply = command("MAIL FROM:<" + from + ">");
        for (String recipient : recipients) {
            reply = reply.positive() ? command("RCPT TO:<" + recipient + ">") : reply;
        }
        reply = reply.positive() ? command("DATA") : reply;
        if (reply.code() != 354) {
            command("RSET");
            return reply;
        }
        wire.send(stuffed(message));
        return reply();
    }

    /** RFC 5321 4.5.2: a dot more before a line that starts with one, and the final dot. */
    private static byte[] stuffed(byte[] message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 64);
        boolean lineStart = true;
        for (byte octet : message) {
            if (lineStart && octet == '.') {
                out.write('.');
            }
            out.write(octet);
            lineStart = octet == '\n';
        }
        out.writeBytes((lineStart ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private SmtpReply reply() throws IOException {
        StringBuilder text = new StringBuilder();
        String line = wire.line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            text.append(line.substring(4)).append('\n');
            line = wire.line();
        }
        text.append(line.length() > 4 ? line.substring(4) : "");
        return new SmtpReply(Integer.parseInt(line.substring(0, 3)), text.toString());
    }

    private void expect(int code, SmtpReply reply) throws IOException {
        if (reply.code() != code) {
            close();
            throw new IOException(String.format(Locale.ROOT, "expected %d, got %s", code, reply));
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
