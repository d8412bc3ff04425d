package fr.sceau.smime;

import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Changes one byte of a signed or sealed message, many times. Whatever was changed: a message that is trusted shows the
 * original's content, sender and signer, and no seal gives other content than it held.
 */
public final class MutationProof {
    /** What came of one change. */
    enum Outcome {
        /** The change touched nothing that is shown. */
        TRUSTED_AND_SAME,
        /** Not trusted. */
        NOT_TRUSTED,
        /** A seal that did not open. */
        NOT_OPENED,
        /** AES-CBC that nothing inside vouches for: opened as "integrity not guaranteed". */
        NOT_GUARANTEED,
        /** Trusted, or vouched for, and something else than the original. */
        FORGED
    }

    /** @param trusted whether the message is signed at all */
    record Shape(String name, byte[] message, List<DecryptionKey> keys, boolean trusted, Shown original) {}

    private final MessageVerifier verifier;
    private final MessageOpener opener = new MessageOpener();
    private final List<String> forgeries = Collections.synchronizedList(new ArrayList<>());

    MutationProof(Path trust) throws SmimeException {
        this.verifier = new World(trust).verifier();
    }

    /** Arguments: how many changes, and a seed. Prints a table; exit 1 when one change deceived. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path trust = Files.createTempDirectory("sceau-mutation");
        MutationProof proof = new MutationProof(trust);
        System.out.printf("%d changes, seed %d%n%s", count, seed, proof.table(count, seed));
        proof.forgeries().forEach(System.out::println);
        System.exit(proof.forgeries().isEmpty() ? 0 : 1);
    }

    List<String> forgeries() {
        return List.copyOf(forgeries);
    }

    /** Runs the changes, spread over all shapes. */
    String table(int count, long seed) throws Exception {
        List<Shape> shapes = shapes();
        StringBuilder table = new StringBuilder(String.format("%-34s", "shape"));
        Arrays.stream(Outcome.values()).forEach(outcome -> table.append(String.format("%18s", outcome)));
        for (Shape shape : shapes) {
            int share = (count + shapes.size() - 1) / shapes.size();
            Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
            IntStream.range(0, share)
                    .parallel()
                    .mapToObj(i -> outcome(shape, new Random(seed * 31 + i)))
                    .toList()
                    .forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
            table.append(String.format("%n%-34s", shape.name()));
            for (Outcome outcome : Outcome.values()) {
                table.append(String.format(Locale.ROOT, "%18d", outcomes.getOrDefault(outcome, 0)));
            }
        }
        return table.append(System.lineSeparator()).toString();
    }

    private Outcome outcome(Shape shape, Random random) {
        Mutation mutation = Mutation.of(shape.message(), random);
        try {
            Outcome outcome = outcome(shape, mutation.bytes());
            if (outcome == Outcome.FORGED) {
                forgeries.add(shape.name() + ": " + mutation.what());
            }
            return outcome;
        } catch (IOException | RuntimeException e) {
            forgeries.add(shape.name() + ": " + mutation.what() + " threw " + e);
            return Outcome.FORGED;
        }
    }

    private Outcome outcome(Shape shape, byte[] changed) throws IOException {
        try (Opening opening = opener.open(RawMessage.of(changed), shape.keys())) {
            if (opening instanceof Opening.Opened opened) {
                byte[] plain = Mails.text(opened.message()).getBytes(StandardCharsets.ISO_8859_1);
                return judge(shape, plain, opened.integrity());
            }
            if (opening instanceof Opening.NotEncrypted) {
                Outcome outcome = judge(shape, changed, ContentIntegrity.NOT_GUARANTEED);
                return outcome == Outcome.NOT_GUARANTEED ? Outcome.NOT_OPENED : outcome;
            }
            return Outcome.NOT_OPENED;
        }
    }

    private Outcome judge(Shape shape, byte[] message, ContentIntegrity integrity) throws IOException {
        SignatureVerdict verdict = verifier.verify(RawMessage.of(message), World.NOW);
        Shown shown = Shown.of(message);
        if (verdict instanceof Trusted trusted) {
            boolean same = (shown.equals(shape.original()) || shown.nothing())
                    && trusted.signer().certificate().equals(World.LABORATORY_SIGNATURE.certificate());
            return same ? Outcome.TRUSTED_AND_SAME : Outcome.FORGED;
        }
        boolean sameContent = shown.parts().equals(shape.original().parts()) || shown.nothing();
        if (integrity != ContentIntegrity.NOT_GUARANTEED) {
            return sameContent ? Outcome.NOT_TRUSTED : Outcome.FORGED;
        }
        boolean fromSeal = !shape.keys().isEmpty() && !sameContent && shape.trusted();
        return fromSeal ? Outcome.NOT_GUARANTEED : Outcome.NOT_TRUSTED;
    }

    static List<Shape> shapes() throws Exception {
        String attachment = Mails.header(Mails.LABORATORY)
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nGlycemie 1,02\r\n"
                + "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b--\r\n";
        String clear = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        String parts = World.signed(World.LABORATORY_SIGNATURE, Mails.of(attachment));
        String opaque = Mails.pkcs7(
                Mails.header(Mails.LABORATORY),
                "signed-data",
                CraftedSignature.by(World.LABORATORY_SIGNATURE).opaque(Mails.ENTITY));
        Issued rsa = World.DOCTOR_ENCRYPTION;
        Issued curve = SmallAuthority.ec("secp256r1", KeyUsage.keyAgreement);
        return List.of(
                shape("signed in clear", clear, clear),
                shape("signed in clear, two parts", parts, parts),
                shape("signed, opaque", opaque, opaque),
                sealed("signed, AES-CBC, RSA v1.5", clear, rsa, new Capabilities(false, false)),
                sealed("signed, AES-GCM, OAEP", clear, rsa, new Capabilities(true, true)),
                sealed("opaque, AES-GCM, ECDH", opaque, curve, new Capabilities(true, false)),
                sealed("two parts, AES-CBC, OAEP", parts, rsa, new Capabilities(false, true)),
                sealed("unsigned, AES-GCM, RSA v1.5", attachment, rsa, new Capabilities(true, false)));
    }

    private static Shape shape(String name, String message, String plain) {
        return new Shape(name, bytes(message), List.of(), true, Shown.of(bytes(plain)));
    }

    private static Shape sealed(String name, String message, Issued holder, Capabilities capabilities)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter()
                .encrypt(Mails.of(message), List.of(new Recipient(holder.certificate(), capabilities)), out);
        boolean signed = !name.startsWith("unsigned");
        return new Shape(
                name, out.toByteArray(), List.of(World.decryptionKey(holder)), signed, Shown.of(bytes(message)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One byte replaced, by any other or by one bit; sometimes taken out or put in. */
    record Mutation(String what, byte[] bytes) {
        static Mutation of(byte[] original, Random random) {
            int at = random.nextInt(original.length);
            int kind = random.nextInt(10);
            byte other = kind < 5
                    ? (byte) (original[at] ^ 1 << random.nextInt(8))
                    : (byte) (original[at] + 1 + random.nextInt(255));
            int kept = kind == 9 ? at : at + 1; // where the original goes on
            byte[] put = kind == 8 ? new byte[0] : new byte[] {other};
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(original, 0, at);
            changed.writeBytes(put);
            changed.write(original, kept, original.length - kept);
            String name = kind == 8 ? "taken out" : kind == 9 ? "put in " + other : "replaced by " + other;
            return new Mutation("byte " + at + " " + name, changed.toByteArray());
        }
    }
}
