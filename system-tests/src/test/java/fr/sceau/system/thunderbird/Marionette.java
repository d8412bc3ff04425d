package fr.sceau.system.thunderbird;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mozilla's remote protocol: runs scripts inside the program. Scripts give back text. */
final class Marionette implements Closeable {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final Pattern VALUE = Pattern.compile("\"value\":\"([^\"]*)\"");
    private static final String BEGIN = "const done = arguments[arguments.length - 1];"
            + "const give = text => done(btoa(String.fromCharCode(...new TextEncoder().encode(String(text)))));"
            + "(async () => { try { give(await (async () => {";
    private static final String END = "})()); } catch (e) { give('ERROR ' + e + ' ' + e.stack); } })();";

    private final Socket socket;
    private final InputStream in;
    private int number;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Marionette connect(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        Marionette marionette = new Marionette(socket);
        marionette.answer(); // its greeting
        marionette.command("WebDriver:NewSession", "{}");
        marionette.command("Marionette:SetContext", "{\"value\":\"chrome\"}");
        marionette.command("WebDriver:SetTimeouts", "{\"script\":" + PATIENCE_MILLIS / 2 + "}");
        return marionette;
    }

    /** Runs the body of an asynchronous function and gives what it returns. */
    String run(String body) throws IOException {
        String script = BEGIN + body + END;
        String answer = command(
                "WebDriver:ExecuteAsyncScript",
                "{\"script\":\"" + escaped(script) + "\",\"args\":[],\"sandbox\":\"system\"}");
        String text = new String(Base64.getDecoder().decode(value(answer)), StandardCharsets.UTF_8);
        if (text.startsWith("ERROR ")) {
            throw new IOException(text);
        }
        return text;
    }

    /** The window as a PNG picture. */
    byte[] picture() throws IOException {
        return Base64.getDecoder().decode(value(command("WebDriver:TakeScreenshot", "{\"full\":true}")));
    }

    private static String value(String answer) throws IOException {
        Matcher found = VALUE.matcher(answer);
        if (!found.find()) {
            throw new IOException("no value: " + answer);
        }
        return found.group(1);
    }

    private String command(String name, String parameters) throws IOException {
        byte[] message =
                ("[0," + ++number + ",\"" + name + "\"," + parameters + "]").getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write((message.length + ":").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(message);
        socket.getOutputStream().flush();
        String answer = answer();
        if (!answer.startsWith("[1," + number + ",null,")) {
            throw new IOException(name + ": " + answer);
        }
        return answer;
    }

    private String answer() throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the program has gone");
            }
            length = length * 10 + next - '0';
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars()
                .forEach(c -> json.append(
                        c < ' ' || c > '~' || c == '"' || c == '\\'
                                ? String.format("\\u%04x", c)
                                : String.valueOf((char) c)));
        return json.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
