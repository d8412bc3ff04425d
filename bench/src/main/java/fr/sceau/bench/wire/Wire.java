package fr.sceau.bench.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that speaks in lines and can pass over bulk without looking at it. */
final class Wire implements Closeable {
    private static final int TIMEOUT_MILLIS = 120_000;

    private final String host;
    private final int port;
    private final byte[] buffer = new byte[1 << 16];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int next;
    private int end;

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    void encrypt(Trust trust) throws IOException {
        socket = trust.over(socket, host, port);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void line(String text) throws IOException {
        write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The next line without its end. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (true) {
            if (next == end) {
                fill();
            }
            byte one = buffer[next++];
            if (one == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(one);
        }
    }

    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (next == end) {
                fill();
            }
            int step = (int) Math.min(left, end - next);
            next += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        next = 0;
        end = in.read(buffer);
        if (end < 0) {
            end = 0;
            throw new EOFException("connection closed by the server");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
