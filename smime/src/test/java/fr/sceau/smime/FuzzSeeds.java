package fr.sceau.smime;

import fr.sceau.smime.fuzz.FuzzWorld;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Writes a world to fuzz in and the first inputs: honest mail, forgeries, and mail that others published. */
public final class FuzzSeeds {
    private static final String MAILBOXES = Mails.DOCTOR + "\t" + World.DOCTOR_ID + "\n" + Mails.PAUL + "\t"
            + World.PAUL_ID + "\n" + Mails.LABORATORY + "\t" + World.LABORATORY_STRUCTURE + "\n";
    private static final int LARGEST = 20_000;
    private static final byte[] AS_IT_IS = {0};

    private final Path world;
    private final Path seeds;
    private final Issued curve = SmallAuthority.ec("secp256r1", KeyUsage.keyAgreement);

    private final List<byte[]> forged;
    private final List<byte[]> published;

    private FuzzSeeds(Path folder, List<byte[]> forged, List<byte[]> published) throws Exception {
        this.forged = forged;
        this.published = published;
        this.world = Files.createDirectories(folder.resolve("world"));
        this.seeds = Files.createDirectories(folder.resolve("seeds"));
    }

    /** Argument: an empty folder. */
    public static void main(String[] arguments) throws Exception {
        new FuzzSeeds(Path.of(arguments[0]), SeedMails.forgeries(), SeedMails.published()).write();
        if (!Files.isDirectory(SampleSet.ROOT)) {
            System.out.println("SKIPPED: sample mail is absent: " + SampleSet.ROOT);
        }
    }

    /** Without forgeries and without mail of others. */
    public static void writeHonest(Path folder) throws Exception {
        new FuzzSeeds(folder, List.of(), List.of()).write();
    }

    private void write() throws Exception {
        world();
        mails();
        objects();
        RevocationSeeds.write(world.resolve("revocation"), seeds.resolve("revocation"));
        keys();
    }

    private void world() throws Exception {
        World.PKI.revoke(ForgedCertificates.REVOKED.certificate(), World.NOW.minus(Duration.ofDays(1)));
        World.PKI.writeTrust(world.resolve("trust"), World.NOW);
        Files.writeString(world.resolve("mailboxes.tsv"), MAILBOXES);
        Pkcs12File.write(
                world.resolve("keys.p12"),
                FuzzWorld.password(),
                Map.of(FuzzWorld.SIGNER, World.DOCTOR_SIGNATURE, "rsa", World.DOCTOR_ENCRYPTION, "curve", curve));
    }

    private void mails() throws Exception {
        List<byte[]> mails = SeedMails.honest(curve);
        for (byte[] mail : mails) {
            keep(world.resolve("honest"), mail, ".eml");
        }
        Files.createDirectories(world.resolve("forged"));
        for (byte[] mail : forged) {
            keep(world.resolve("forged"), mail, ".eml");
        }
        for (byte[] mail :
                Stream.of(mails, forged, published).flatMap(List::stream).toList()) {
            for (String target : List.of("verify", "open", "header", "sent")) {
                keep(seeds.resolve(target), mail, ".eml");
            }
        }
        facts();
    }

    /** Our own field about a mail. */
    private void facts() throws IOException {
        for (String code : List.of("trusted", "unsigned", "untrusted.revoked")) {
            String value = "Authentication-Results: mx.exemple.mssante.test; smime=pass reason=\"" + code
                    + "\" policy.x-sceau-origin=\"operator\" policy.x-sceau-domain=\"a.test\" policy.x-sceau-dn=\"CN%3Da\""
                    + " policy.x-sceau-signer=\"A\" policy.x-sceau-seal=\"clear\"\r\n\r\n";
            keep(seeds.resolve("header"), SeedMails.bytes(value.replace("smime=pass", smime(code))), ".eml");
        }
    }

    private static String smime(String code) {
        return code.equals("trusted") ? "smime=pass" : code.equals("unsigned") ? "smime=none" : "smime=policy";
    }

    private void objects() throws Exception {
        CraftedSignature doctor = CraftedSignature.by(World.DOCTOR_SIGNATURE);
        CraftedSignature two = CraftedSignature.by(World.DOCTOR_SIGNATURE, World.PAUL_SIGNATURE);
        for (CraftedSignature signature : List.of(doctor, doctor.algorithm("SHA512withRSAandMGF1"), two)) {
            object("signed", signature.detached(Mails.ENTITY), ".p7s");
            object("signed", signature.opaque(Mails.ENTITY), ".p7s");
        }
        try (Stream<Path> mails = Files.list(world.resolve("honest"))) {
            for (Path mail : mails.sorted().toList()) {
                byte[] octets = Files.readAllBytes(mail);
                if (Mails.text(RawMessage.of(octets)).split("\r\n\r\n", 2)[0].contains("nveloped-data")) {
                    object("enveloped", body(octets), ".p7m");
                }
            }
        }
        Stream<X509Certificate> certificates = Stream.concat(
                Stream.of(World.DOCTOR_SIGNATURE, World.DOCTOR_ENCRYPTION, World.LABORATORY_SIGNATURE)
                        .flatMap(issued -> issued.chain().stream()),
                curve.chain().stream());
        for (X509Certificate certificate : certificates.toList()) {
            object("certificate", certificate.getEncoded(), ".cer");
        }
        for (byte[] file : published) {
            for (String target : List.of("signed", "enveloped", "certificate")) {
                keep(seeds.resolve(target), concat(AS_IT_IS, file), ".bin");
            }
        }
    }

    private void object(String target, byte[] object, String ending) throws IOException {
        Path objects = world.resolve("objects");
        keep(objects, object, ending);
        keep(seeds.resolve(target), concat(AS_IT_IS, object), ".bin");
        try (Stream<Path> known = Files.list(objects)) {
            byte number = (byte)
                    (known.filter(file -> file.toString().endsWith(ending)).count() - 1);
            keep(seeds.resolve(target), new byte[] {1, number, 7, 0, 1, 0}, ".bin");
        }
    }

    /** Few rounds for the password, so that the fuzzer is not slowed down. */
    private void keys() throws IOException {
        for (String rounds : List.of("mac", "certPbe", "keyPbe")) {
            System.setProperty("keystore.pkcs12." + rounds + "IterationCount", "2");
        }
        for (Issued issued : List.of(curve, World.DOCTOR_ENCRYPTION)) {
            Path file = world.resolve("few-rounds.p12");
            Pkcs12File.write(file, FuzzWorld.password(), Map.of("a", issued));
            keep(seeds.resolve("keys"), Files.readAllBytes(file), ".p12");
        }
    }

    static void keep(Path folder, byte[] content, String ending) throws IOException {
        if (content.length <= LARGEST) {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                Files.write(folder.resolve(String.format("%04d", files.count()) + ending), content);
            }
        }
    }

    private static byte[] body(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\r\n\r\n") + 4));
    }

    static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
