package fr.sceau.smime.proof;

import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.TestPki;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Signs, seals, opens and checks one message of so many megabytes, in the heap that the process was given. */
public final class LargeMessage {
    private static final byte[] CRLF = {'\r', '\n'};

    private final Path folder;
    private final int megabytes;
    private final Issued signer;
    private final Issued holder;

    private LargeMessage(Path folder, int megabytes) {
        this.folder = folder;
        this.megabytes = megabytes;
        var doctor = TestPki.generate(Instant.now(), KeySizes.quick()).person("899700218896", "MARTIN", "CLAIRE");
        this.signer = doctor.signature();
        this.holder = doctor.encryption();
    }

    /** Arguments: megabytes, folder for files. Prints a table; fails unless everything came back. */
    public static void main(String[] arguments) throws Exception {
        LargeMessage proof = new LargeMessage(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
        System.out.printf(
                Locale.ROOT,
                "%d MB message, heap of %d MB%n",
                proof.megabytes,
                Runtime.getRuntime().maxMemory() >> 20);
        proof.run();
    }

    private interface Work {
        void run() throws Exception;
    }

    private void timed(String name, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-24s %6.1f s %6.0f MB/s%n", name, seconds, megabytes / seconds);
    }

    private OutputStream to(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    private RawMessage from(String name) {
        return RawMessage.of(folder.resolve(name));
    }

    private void run() throws Exception {
        write();
        timed("sign", this::sign);
        timed("verify", () -> check(from("signed")));
        for (ContentCipher cipher : ContentCipher.values()) {
            timed("seal " + cipher, () -> seal(cipher));
            timed("open " + cipher, this::open);
        }
    }

    private void write() throws IOException {
        byte[] block = new byte[57 * 1024];
        new Random(1).nextBytes(block);
        byte[] lines = Base64.getMimeEncoder(76, CRLF).encode(block);
        try (OutputStream out = to("plain")) {
            out.write(
                    "From: a@b.test\r\nSubject: image\r\nContent-Type: image/x\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            for (long written = 0; written < (long) megabytes << 20; written += lines.length + 2) {
                out.write(lines);
                out.write(CRLF);
            }
        }
    }

    private void sign() throws Exception {
        try (OutputStream out = to("signed")) {
            new MessageSigner().sign(from("plain"), new SigningKey(signer.key(), signer.chain()), out);
        }
    }

    private void seal(ContentCipher cipher) throws Exception {
        try (OutputStream out = to("sealed")) {
            new MessageEncrypter().encrypt(from("signed"), List.of(holder.certificate()), cipher, out);
        }
    }

    private void open() throws Exception {
        DecryptionKey key = new DecryptionKey(holder.key(), holder.certificate());
        try (Opening opening = new MessageOpener().open(from("sealed"), List.of(key))) {
            if (!(opening instanceof Opening.Opened opened)) {
                throw new IllegalStateException("not opened: " + opening);
            }
            same(opened.message(), from("signed"));
        }
    }

    private static void check(RawMessage message) throws IOException {
        if (!(new IntegrityChecker().check(message) instanceof Integrity.Intact)) {
            throw new IllegalStateException("not intact");
        }
    }

    /** By all bytes; the header is written as it was. */
    private static void same(RawMessage one, RawMessage other) throws IOException {
        try (InputStream first = one.open();
                InputStream second = other.open()) {
            byte[] here = first.readNBytes(1 << 16);
            while (here.length > 0) {
                if (!Arrays.equals(here, second.readNBytes(here.length))) {
                    throw new IllegalStateException("other bytes came back");
                }
                here = first.readNBytes(1 << 16);
            }
            if (second.read() >= 0) {
                throw new IllegalStateException("something is missing");
            }
        }
    }
}
