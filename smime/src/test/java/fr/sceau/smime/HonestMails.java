package fr.sceau.smime;

import fr.sceau.smime.BentAuthority.Shape;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Mail that looks like a forgery and is none. */
final class HonestMails {
    private static final CraftedSignature DOCTOR = CraftedSignature.by(World.DOCTOR_SIGNATURE);

    private HonestMails() {}

    static Stream<Forgery> all() {
        return Stream.of(signatures(), certificates(), headers(), structures()).flatMap(List::stream);
    }

    private static List<Forgery> signatures() {
        return List.of(
                crafted("in clear", DOCTOR),
                Forgery.honest("opaque", () -> opaque(DOCTOR.opaque(Mails.ENTITY))),
                crafted("PSS", DOCTOR.algorithm("SHA512withRSAandMGF1")),
                crafted(
                        "two certificates of the doctor",
                        CraftedSignature.by(
                                World.DOCTOR_SIGNATURE, World.doctor().signature())),
                Forgery.honest(
                        "countersigned by a stranger",
                        () -> Mails.clearSigned(
                                Mails.header(Mails.DOCTOR),
                                Mails.ENTITY,
                                SignedDataSurgery.withUnsignedAttributes(
                                        DOCTOR.detached(Mails.ENTITY),
                                        CraftedSignature.by(World.PAUL_SIGNATURE)
                                                .detached(Mails.ENTITY)))),
                crafted(
                        "others' certificates in the bag",
                        DOCTOR.certificates(Stream.concat(
                                        World.PAUL_SIGNATURE.chain().stream(), World.DOCTOR_SIGNATURE.chain().stream())
                                .toList())),
                anchored("P-256", () -> SmallAuthority.ec("secp256r1", KeyUsage.digitalSignature), "SHA256withECDSA"),
                anchored("P-521", () -> SmallAuthority.ec("secp521r1", KeyUsage.digitalSignature), "SHA512withECDSA"),
                anchored("Ed25519", () -> BentAuthority.alone("Ed25519", "Ed25519"), "Ed25519"));
    }

    private static List<Forgery> certificates() {
        return List.of(
                signed("of a structure", () -> World.LABORATORY_SIGNATURE, Mails.LABORATORY),
                signed(
                        "of a structure, for another of its mailboxes",
                        () -> World.LABORATORY_SIGNATURE,
                        Mails.LABORATORY_SERVICE),
                signed(
                        "software in place of a card",
                        () -> World.doctor().software().signature(),
                        Mails.DOCTOR),
                signed(
                        "with the doctor's address",
                        () -> World.doctor().mail(Mails.DOCTOR).signature(),
                        Mails.DOCTOR),
                signed(
                        "for non-repudiation only",
                        () -> World.doctor().keyUsage(KeyUsage.nonRepudiation).signature(),
                        Mails.DOCTOR),
                bent("of production", Shape.of(BentAuthority.DOCTOR_NAME).category(0)),
                bent("of production without a category", Shape.of(BentAuthority.DOCTOR_NAME)),
                bent(
                        "without extended usages",
                        Shape.of(BentAuthority.DOCTOR_NAME).usage(KeyUsage.nonRepudiation)));
    }

    private static List<Forgery> headers() {
        return List.of(
                from("name in quotes", "\"MARTIN, Claire\" <" + Mails.DOCTOR + ">"),
                from("name with accents", "=?iso-8859-1?Q?Dr_Cl=E9mence_D'HO=CB?= <" + Mails.DOCTOR + ">"),
                from("address as the name", "\"" + Mails.DOCTOR + "\" <" + Mails.DOCTOR + ">"),
                from("name in a comment", Mails.DOCTOR + " (Cabinet du Parc)"),
                from("capitals", "Claire.Martin@EXEMPLE.mssante.test"),
                added("the same Sender", "Sender: " + Mails.DOCTOR + "\r\n"),
                added("answers to herself", "Reply-To: Claire MARTIN <" + Mails.DOCTOR + ">\r\n"),
                added("empty field for answers", "Reply-To: \r\n"),
                added(
                        "header fields of other servers",
                        "Authentication-Results: autre.test; smime=fail\r\nResent-From: a@b.test\r\n"),
                Forgery.honest(
                        "honest/Sender and answers of the same structure",
                        () -> "Sender: " + Mails.LABORATORY_SERVICE + "\r\nReply-To: " + Mails.LABORATORY_SERVICE
                                + "\r\n" + World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY)),
                inside(
                        "protected header",
                        "Content-Type: text/plain; hp=\"clear\"\r\nFrom: Claire <" + Mails.DOCTOR
                                + ">\r\n\r\nBonjour\r\n",
                        ""),
                inside(
                        "answers elsewhere by the signer's own wish",
                        "Content-Type: text/plain; hp=\"clear\"\r\nReply-To: " + Mails.PAUL + "\r\n\r\nBonjour\r\n",
                        "Reply-To: " + Mails.PAUL + "\r\n"),
                inside(
                        "mail of another passed on",
                        "Content-Type: message/rfc822; forwarded=yes\r\n\r\n" + Mails.header(Mails.PAUL)
                                + "\r\nBonjour\r\n",
                        ""),
                inside(
                        "signed mail of another attached",
                        "Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\nContent-Type: message/rfc822\r\n\r\n"
                                + Mails.header(Mails.PAUL) + "\r\nBonjour\r\n--i--\r\n",
                        ""));
    }

    private static List<Forgery> structures() {
        return List.of(
                Forgery.honest(
                        "words around the parts",
                        () -> CraftedSignature.mail(DOCTOR)
                                        .replaceFirst("\r\n\r\n--frontiere", "\r\n\r\nMessage signe.\r\n--frontiere")
                                + "Pied de liste\r\n"),
                Forgery.honest(
                        "bare line feeds", () -> CraftedSignature.mail(DOCTOR).replace("\r\n", "\n")),
                Forgery.honest("without the protocol", () -> CraftedSignature.mail(DOCTOR)
                        .replace(" protocol=\"application/pkcs7-signature\";", "")),
                Forgery.honest("sealed", () -> sealed(CraftedSignature.mail(DOCTOR))),
                Forgery.honest(
                        "signed, sealed, signed again",
                        () -> World.signed(World.DOCTOR_SIGNATURE, Mails.of(sealed(CraftedSignature.mail(DOCTOR))))),
                Forgery.honest(
                        "signed twice",
                        () -> World.signed(World.DOCTOR_SIGNATURE, Mails.of(CraftedSignature.mail(DOCTOR)))));
    }

    private static Forgery crafted(String name, CraftedSignature signature) {
        return Forgery.honest(name, () -> CraftedSignature.mail(signature));
    }

    private static String opaque(byte[] object) {
        return Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object);
    }

    private static String sealed(String message) throws Exception {
        return EncryptedMails.encrypted(Mails.of(message), ContentCipher.AES_256_GCM);
    }

    private static Forgery signed(String name, Key key, String from) {
        return Forgery.honest("certificate " + name, () -> World.signed(key.issued(), from));
    }

    private static Forgery from(String name, String from) {
        return Forgery.honest("From: " + name, () -> World.signed(World.DOCTOR_SIGNATURE, from));
    }

    private static Forgery added(String name, String fields) {
        return Forgery.honest("added: " + name, () -> fields + World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR));
    }

    private static Forgery inside(String name, String entity, String outside) {
        return Forgery.honest(
                "inside: " + name,
                () -> Mails.clearSigned(outside + Mails.header(Mails.DOCTOR), entity, DOCTOR.detached(entity)));
    }

    private static Forgery bent(String name, Shape shape) {
        BentAuthority authority = BentAuthority.production();
        return signed(name, () -> authority.issue(shape), Mails.DOCTOR)
                .judgedBy(world -> authority.verifier(world.trust, false));
    }

    /** A structure's own key that is an anchor itself. */
    private static Forgery anchored(String name, Key key, String algorithm) {
        Issued issued = made(key);
        TrustAnchors anchors = TrustAnchors.of(issued.chain(), List.of());
        return Forgery.honest(
                        name,
                        () -> Mails.clearSigned(
                                Mails.header(Mails.LABORATORY),
                                Mails.ENTITY,
                                CraftedSignature.by(issued).algorithm(algorithm).detached(Mails.ENTITY)))
                .judgedBy(world -> new MessageVerifier(
                        new PathValidator(anchors, new CrlCache(world.trust.resolve("crl")), false), World::match));
    }

    private static Issued made(Key key) {
        try {
            return key.issued();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private interface Key {
        Issued issued() throws Exception;
    }
}
