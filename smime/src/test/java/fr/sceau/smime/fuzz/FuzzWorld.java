package fr.sceau.smime.fuzz;

import fr.sceau.smime.MessageVerifier;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SenderBinding.Match;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The authorities, keys and mailboxes of one fuzzing run, read from its folder.
 *
 * @param keys those that open mail
 * @param signer one who signs
 */
public record FuzzWorld(
        Path folder, MessageVerifier verifier, PathValidator paths, List<DecryptionKey> keys, Issued signer) {
    /** The day on which everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** Alias of the signer in {@code keys.p12}; all other keys open mail. */
    public static final String SIGNER = "signer";

    /** Protects nothing: the keys are of one run. */
    public static char[] password() {
        return "essai".toCharArray();
    }

    static FuzzWorld load(Path folder) throws IOException, SmimeException {
        Path trust = folder.resolve("trust");
        PathValidator paths = new PathValidator(TrustAnchors.load(trust), new CrlCache(trust.resolve("crl")), true);
        Map<String, String> holders = holders(folder.resolve("mailboxes.tsv"));
        MessageVerifier verifier =
                new MessageVerifier(paths, (signer, certificate, address) -> match(holders, signer, address));
        Map<String, Issued> keys = Pkcs12File.read(folder.resolve("keys.p12"), password());
        List<DecryptionKey> opening = keys.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(SIGNER))
                .map(Map.Entry::getValue)
                .map(key -> new DecryptionKey(key.key(), key.certificate()))
                .toList();
        return new FuzzWorld(folder, verifier, paths, opening, Objects.requireNonNull(keys.get(SIGNER)));
    }

    private static Map<String, String> holders(Path file) throws IOException {
        Map<String, String> holders = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", 2);
            holders.put(fields[0], fields[1]);
        }
        return holders;
    }

    private static Match match(Map<String, String> holders, CertificateIdentity signer, String address) {
        String named = signer instanceof CertificateIdentity.Person person
                ? person.idNatPs()
                : signer instanceof CertificateIdentity.Organisation organisation ? organisation.structureId() : "";
        boolean known = holders.containsKey(address);
        return !known ? Match.UNKNOWN : named.equals(holders.get(address)) ? Match.SAME : Match.OTHER_PERSON;
    }

    SigningKey signingKey() {
        return new SigningKey(signer.key(), signer.chain());
    }

    /** Every honest mail. */
    List<RawMessage> honest() throws IOException {
        return files("honest", ".eml").stream().map(RawMessage::of).toList();
    }

    /** What nobody honest wrote, though somebody may have sealed it. */
    List<RawMessage> forged() throws IOException {
        return files("forged", ".eml").stream().map(RawMessage::of).toList();
    }

    List<byte[]> contents(String sub, String ending) throws IOException {
        return files(sub, ending).stream().map(FuzzWorld::content).toList();
    }

    private List<Path> files(String sub, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    X509Certificate certificate(String name) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
