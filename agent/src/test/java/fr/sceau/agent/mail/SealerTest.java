package fr.sceau.agent.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.client.MailboxType;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {
    private static final TestPki PKI = TestPki.generate(InstantSource.system(), KeySizes.quick());
    private static final Issued LABORATORY = PKI.organisation(Workplace.of("319900000100019", "Labo"), "Labo")
            .mail("labo@exemple.test")
            .signature();
    private static final Issued DOCTOR = PKI.person("899700218896", "MARTIN", "CLAIRE")
            .software()
            .mail("dr@exemple.test")
            .encryption();
    private static final byte[] RESULT = new byte[70_000];

    static {
        new java.util.Random(3).nextBytes(RESULT);
    }

    private final Path folder;

    SealerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Sealing seal(boolean declared, List<X509Certificate> certificates) throws Exception {
        return seal(declared, certificates, Optional.empty());
    }

    private Sealing seal(boolean declared, List<X509Certificate> certificates, Optional<PathValidator> paths)
            throws Exception {
        Directory directory = new OneMailbox(certificates, declared);
        return seal(new KeyLookup(Optional.of(directory), paths, InstantSource.system()));
    }

    private Sealing seal(KeyLookup lookup) throws Exception {
        Path content = Files.write(folder.resolve("source"), RESULT);
        Draft draft = new Draft(
                "abc",
                "labo@exemple.test",
                "dr@exemple.test",
                "Résultats",
                "Glycémie à jeun.hpr",
                content,
                Instant.now());
        SigningKey key = new SigningKey(LABORATORY.key(), LABORATORY.chain());
        return new Sealer(key, lookup).seal(draft, folder.resolve("work"));
    }

    private static Path file(Sealing sealing) {
        assertThat(sealing).isInstanceOf(Sealing.Sealed.class);
        return ((Sealing.Sealed) sealing).file();
    }

    private static void assertCarriesTheResult(InputStream in) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
        assertThat(message.getMessageID()).isEqualTo("<abc@exemple.test>");
        assertThat(message.getSubject()).isEqualTo("Résultats");
        assertThat(message.isMimeType("multipart/signed")).isTrue();
        MimeMultipart signed = (MimeMultipart) message.getContent();
        BodyPart attachment = ((MimeMultipart) signed.getBodyPart(0).getContent()).getBodyPart(1);
        assertThat(attachment.getFileName()).isEqualTo("Glycémie à jeun.hpr");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(RESULT);
    }

    @Test
    void result_is_signed_and_arrives_byte_for_byte() throws Exception {
        Path sealed = file(seal(false, List.of(DOCTOR.certificate())));
        try (InputStream in = Files.newInputStream(sealed)) {
            assertCarriesTheResult(in);
        }
        String raw = Files.readString(sealed, StandardCharsets.ISO_8859_1);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(raw.lines()).allMatch(line -> line.length() <= 998); // RFC 5322 2.1.1
        assertThat(raw.chars()).allMatch(c -> c < 128);
        assertThat(folder.resolve("work.clear")).doesNotExist();
    }

    @Test
    void recipient_who_declared_it_gets_it_encrypted() throws Exception {
        Path sealed = file(seal(true, List.of(DOCTOR.certificate())));
        assertThat(sealed)
                .content(StandardCharsets.US_ASCII)
                .contains("application/pkcs7-mime")
                .doesNotContain(".hpr");
        DecryptionKey key = new DecryptionKey(DOCTOR.key(), DOCTOR.certificate());
        Opening opening = new MessageOpener().open(RawMessage.of(sealed), List.of(key));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (InputStream in = ((Opening.Opened) opening).message().open()) {
            assertCarriesTheResult(in);
        }
        assertThat(folder.resolve("work.signed")).doesNotExist();
    }

    @Test
    void what_the_ledger_keeps_opens_with_the_laboratorys_own_key_too() throws Exception {
        Issued own = PKI.organisation(Workplace.of("319900000100019", "Labo"), "Labo")
                .encryption();
        Directory both = new OneMailbox(List.of(DOCTOR.certificate()), true) // the doctor's, then the laboratory's
                .beside("labo@exemple.test", own.certificate());
        Path sealed = file(seal(new KeyLookup(Optional.of(both), Optional.empty(), InstantSource.system())));
        for (Issued holder : List.of(DOCTOR, own)) {
            List<DecryptionKey> key = List.of(new DecryptionKey(holder.key(), holder.certificate()));
            assertThat(new MessageOpener().open(RawMessage.of(sealed), key)).isInstanceOf(Opening.Opened.class);
        }
    }

    @Test
    void certificate_with_a_key_of_an_unknown_kind_is_not_used_and_stops_nothing_else() throws Exception {
        Issued unfit = PKI.person("899700218896", "MARTIN", "CLAIRE")
                .key(KeyPairGenerator.getInstance("X25519").generateKeyPair())
                .keyUsage(KeyUsage.keyAgreement)
                .encryption();
        assertThat(seal(true, List.of(unfit.certificate()))).isInstanceOf(Sealing.Impossible.class);
        assertThat(file(seal(true, List.of(unfit.certificate(), DOCTOR.certificate()))))
                .exists();
    }

    @Test
    void declared_without_any_certificate_goes_signed() throws Exception {
        assertThat(file(seal(true, List.of())))
                .content(StandardCharsets.US_ASCII)
                .contains("multipart/signed");
    }

    @Test
    void declared_with_an_expired_certificate_is_not_sent_in_clear() throws Exception {
        Instant now = Instant.now();
        Issued old = PKI.person("899700218896", "MARTIN", "CLAIRE")
                .software()
                .validBetween(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(1)))
                .encryption();
        assertThat(seal(true, List.of(old.certificate()))).isInstanceOf(Sealing.Impossible.class);
    }

    @Test
    void certificate_of_an_unknown_authority_or_revoked_is_not_used() throws Exception {
        Issued rogue = PKI.rogue()
                .person("899700218896", "MARTIN", "CLAIRE")
                .software()
                .encryption();
        Issued revoked =
                PKI.person("899700218896", "MARTIN", "CLAIRE").software().encryption();
        PKI.revoke(revoked.certificate());
        Path trust = folder.resolve("trust");
        PKI.writeTrust(trust, Instant.now());
        Optional<PathValidator> paths =
                Optional.of(new PathValidator(TrustAnchors.load(trust), new CrlCache(trust.resolve("crl")), true));
        assertThat(seal(true, List.of(rogue.certificate()), paths)).isInstanceOf(Sealing.Impossible.class);
        assertThat(seal(true, List.of(revoked.certificate()), paths)).isInstanceOf(Sealing.Impossible.class);
        assertThat(file(seal(true, List.of(revoked.certificate(), DOCTOR.certificate()), paths)))
                .content(StandardCharsets.US_ASCII)
                .contains("application/pkcs7-mime");
    }

    /** A directory where every mailbox has these certificates, but for some that have their own. */
    private record OneMailbox(List<X509Certificate> certificates, boolean declared, Map<String, X509Certificate> others)
            implements Directory {
        OneMailbox(List<X509Certificate> certificates, boolean declared) {
            this(certificates, declared, Map.of());
        }

        OneMailbox beside(String address, X509Certificate certificate) {
            return new OneMailbox(certificates, declared, Map.of(address, certificate));
        }

        @Override
        public Optional<MailboxEntry> byMail(String address) {
            Optional<X509Certificate> other = Optional.ofNullable(others.get(address));
            return Optional.of(new MailboxEntry(
                    address,
                    MailboxType.PER,
                    Optional.empty(),
                    List.of(),
                    "Dr",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    other.map(List::of).orElse(certificates),
                    declared));
        }

        @Override
        public List<MailboxEntry> byRpps(String rpps) {
            return List.of();
        }

        @Override
        public List<MailboxEntry> search(String words, int limit) {
            return List.of();
        }
    }
}
