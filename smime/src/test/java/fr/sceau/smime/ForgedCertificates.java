package fr.sceau.smime;

import fr.sceau.smime.BentAuthority.Shape;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Issuer;
import fr.sceau.testpki.Workplace;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Right signatures under certificates that must not count: whose, by whom, for what, and when. */
final class ForgedCertificates {
    private static final Duration DAY = Duration.ofDays(1);

    /** Whoever judges these cases has it revoked. */
    static final Issued REVOKED = World.doctor().signature();

    private ForgedCertificates() {}

    static Stream<Forgery> all() {
        return Stream.of(issuers(), times(), purposes(), worlds()).flatMap(List::stream);
    }

    private static List<Forgery> issuers() {
        return List.of(
                signed("rogue root of the same name", "untrusted.no-trusted-path", () -> World.ROGUE
                        .person(World.DOCTOR_ID, "MARTIN", "CLAIRE")
                        .signature()),
                signed("rogue root of the same name, for a structure", "untrusted.no-trusted-path", () -> World.ROGUE
                        .organisation(Workplace.of(World.LABORATORY_STRUCTURE, "LABORATOIRE DU PARC"), "resultats")
                        .signature()),
                signed(
                        "signed by itself",
                        "untrusted.no-trusted-path",
                        () -> SmallAuthority.ec("secp256r1", KeyUsage.digitalSignature)),
                signed("issued by another holder", "untrusted.no-trusted-path", () -> BentAuthority.of(
                                World.PAUL_SIGNATURE)
                        .issue(Shape.of(BentAuthority.DOCTOR_NAME))),
                signed("issued by the doctor's own certificate", "untrusted.no-trusted-path", () -> BentAuthority.of(
                                World.DOCTOR_SIGNATURE)
                        .issue(Shape.of(BentAuthority.DOCTOR_NAME))),
                signed(
                        "foreign authority with the doctor's number",
                        "untrusted.no-trusted-path",
                        () -> BentAuthority.named(new X500Name("C=XX,CN=Autre"))
                                .issue(Shape.of(BentAuthority.DOCTOR_NAME))),
                Forgery.of(
                        "certificate/same issuer and number under a rogue key, genuine one beside",
                        "untrusted.no-trusted-path",
                        ForgedCertificates::twins));
    }

    /** Issuer and number name two certificates: the rogue's verifies, the genuine one does not. */
    private static String twins() throws Exception {
        X509Certificate genuine = World.DOCTOR_SIGNATURE.certificate();
        Issued twin = BentAuthority.named(
                        X500Name.getInstance(genuine.getIssuerX500Principal().getEncoded()))
                .issue(Shape.of(BentAuthority.DOCTOR_NAME).serial(genuine.getSerialNumber()));
        return CraftedSignature.mail(CraftedSignature.by(twin)
                .algorithm("SHA256withECDSA")
                .certificates(Stream.concat(World.DOCTOR_SIGNATURE.chain().stream(), twin.chain().stream())
                        .toList()));
    }

    private static List<Forgery> times() {
        return List.of(
                signed("expired", "untrusted.expired", () -> World.doctor()
                        .validBetween(World.NOW.minus(DAY), World.NOW.minusSeconds(1))
                        .signature()),
                signed("not yet valid", "untrusted.not-yet-valid", () -> World.doctor()
                        .validBetween(World.NOW.plusSeconds(1), World.NOW.plus(DAY))
                        .signature()),
                signed("revoked", "untrusted.revoked", () -> REVOKED),
                signed("revocation not known", "pending", () -> World.DOCTOR_SIGNATURE)
                        .judgedBy(world -> new MessageVerifier(
                                new PathValidator(
                                        TrustAnchors.load(world.trust),
                                        new CrlCache(world.trust.resolve("no-lists")),
                                        true),
                                World::match)));
    }

    private static List<Forgery> purposes() {
        return List.of(
                signed("for authentication", "untrusted.authentication-certificate", () -> World.doctor()
                        .authentication()),
                signed("for encryption", "untrusted.wrong-purpose", () -> World.DOCTOR_ENCRYPTION),
                signed("of a person, from the branch of structures", "untrusted.wrong-branch", () -> World.doctor()
                        .issuedBy(Issuer.ELEMENTAIRE_ORGANISATIONS)
                        .signature()),
                Forgery.of(
                        "certificate/of a structure, from the branch of persons",
                        "untrusted.wrong-branch",
                        () -> World.signed(
                                World.laboratory()
                                        .issuedBy(Issuer.FORT_PERSONNES)
                                        .signature(),
                                Mails.LABORATORY)),
                Forgery.of(
                        "certificate/of the structure's server",
                        "untrusted.authentication-certificate",
                        () -> World.signed(World.laboratory().tls(List.of("mx.exemple.test")), Mails.LABORATORY)),
                signed("that names another address", "untrusted.certificate-address-mismatch", () -> World.doctor()
                        .mail(Mails.PAUL)
                        .signature()),
                bent(
                        "of a server only",
                        "untrusted.wrong-purpose",
                        shape -> shape.usage(KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth)),
                bent(
                        "for code",
                        "untrusted.wrong-purpose",
                        shape -> shape.usage(KeyUsage.digitalSignature, KeyPurposeId.id_kp_codeSigning)),
                bent(
                        "for key agreement",
                        "untrusted.wrong-purpose",
                        shape -> shape.usage(KeyUsage.keyAgreement, KeyPurposeId.id_kp_emailProtection)),
                bent(
                        "that issues certificates",
                        "untrusted.wrong-purpose",
                        shape -> shape.usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    }

    private static List<Forgery> worlds() {
        return List.of(
                signed("of TEST in production", "untrusted.test-certificate", () -> World.DOCTOR_SIGNATURE)
                        .judgedBy(world -> world.verifier(false)),
                signed("of TEST without its category in production", "untrusted.test-certificate", () -> World.doctor()
                                .withoutCategory()
                                .signature())
                        .judgedBy(world -> world.verifier(false)),
                bent(
                        "with a category of TEST under a production name",
                        "untrusted.test-certificate",
                        shape -> shape.category(0x80)),
                bent(
                        "with a category that cannot be read",
                        "untrusted.test-certificate",
                        shape -> shape.category(0xff)),
                bent("with a category of no table", "untrusted.wrong-category", shape -> shape.category(1)),
                bent("of nobody", "untrusted.signer-unidentified", shape -> shape.subject("C=FR,CN=Claire Martin")));
    }

    /** A certificate under an authority with a name of production, which only this case trusts. */
    private static Forgery bent(String name, String code, UnaryOperator<Shape> change) {
        BentAuthority authority = BentAuthority.production();
        return signed(name, code, () -> authority.issue(change.apply(Shape.of(BentAuthority.DOCTOR_NAME))))
                .judgedBy(world -> authority.verifier(world.trust, false));
    }

    private static Forgery signed(String name, String code, Key key) {
        return Forgery.of("certificate/" + name, code, () -> World.signed(key.issued(), Mails.DOCTOR));
    }

    private interface Key {
        Issued issued() throws Exception;
    }
}
