package fr.sceau.smime;

import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Organisation;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;

/** A doctor, a laboratory, the authorities they trust and the directory that knows them. */
final class World {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String DOCTOR_ID = "899700218896";
    static final String PAUL_ID = "899700218904";
    static final String LABORATORY_STRUCTURE = "399700000000077";

    /** Keys take time, so all tests share one infrastructure; each has its own trust folder. */
    static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());

    /** Same names under other keys. */
    static final TestPki ROGUE = PKI.rogue();

    static final Issued DOCTOR_SIGNATURE = doctor().signature();
    static final Issued DOCTOR_ENCRYPTION = doctor().encryption();
    static final Issued LABORATORY_SIGNATURE = laboratory().signature();

    /** Another doctor, with a mailbox and a certificate of his own. */
    static final Issued PAUL_SIGNATURE = PKI.person(PAUL_ID, "DURAND", "PAUL").signature();

    private static final Map<String, String> DIRECTORY = Map.of(
            Mails.DOCTOR,
            DOCTOR_ID,
            Mails.PAUL,
            PAUL_ID,
            Mails.LABORATORY,
            LABORATORY_STRUCTURE,
            Mails.LABORATORY_SERVICE,
            LABORATORY_STRUCTURE);

    final Path trust;

    World(Path trust) {
        this.trust = trust;
        renewLists();
    }

    static Person doctor() {
        return PKI.person(DOCTOR_ID, "MARTIN", "CLAIRE");
    }

    static Organisation laboratory() {
        return PKI.organisation(Workplace.of(LABORATORY_STRUCTURE, "LABORATOIRE DU PARC"), "resultats");
    }

    static SigningKey signingKey(Issued issued) {
        return new SigningKey(issued.key(), issued.chain());
    }

    static DecryptionKey decryptionKey(Issued issued) {
        return new DecryptionKey(issued.key(), issued.certificate());
    }

    static SenderBinding.Match match(CertificateIdentity signer, X509Certificate certificate, String from) {
        if (!DIRECTORY.containsKey(from)) {
            return SenderBinding.Match.UNKNOWN;
        }
        String named = signer instanceof CertificateIdentity.Person person
                ? person.idNatPs()
                : signer instanceof CertificateIdentity.Organisation organisation ? organisation.structureId() : "";
        return named.equals(DIRECTORY.get(from)) ? SenderBinding.Match.SAME : different(signer, from);
    }

    private static SenderBinding.Match different(CertificateIdentity signer, String from) {
        if (!(signer instanceof CertificateIdentity.Person)) {
            return SenderBinding.Match.OTHER_STRUCTURE;
        }
        return DIRECTORY.getOrDefault(from, "").equals(LABORATORY_STRUCTURE)
                ? SenderBinding.Match.NOT_DELEGATE
                : SenderBinding.Match.OTHER_PERSON;
    }

    void renewLists() {
        try {
            PKI.writeTrust(trust, NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dropLists() throws IOException {
        try (var files = Files.list(trust.resolve("crl"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    MessageVerifier verifier() throws SmimeException {
        return verifier(true);
    }

    MessageVerifier verifier(boolean testCertificatesAccepted) throws SmimeException {
        PathValidator paths = new PathValidator(
                TrustAnchors.load(trust), new CrlCache(trust.resolve("crl")), testCertificatesAccepted);
        return new MessageVerifier(paths, World::match);
    }

    SignatureVerdict verify(String message) throws IOException, SmimeException {
        return verifier().verify(Mails.of(message), NOW);
    }

    /** The plain message from that address, signed by that key. */
    static String signed(Issued signer, String from) throws IOException, SmimeException {
        return signed(signer, Mails.plain(from));
    }

    static String signed(Issued signer, RawMessage message) throws IOException, SmimeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner().sign(message, signingKey(signer), out);
        return Mails.text(out);
    }
}
