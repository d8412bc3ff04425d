package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** Forgeries inside the CMS object: which content, and whose signature. */
final class ForgedContent {
    private static final String FAKE = Mails.ENTITY.replace("1,02", "9,99");
    private static final CraftedSignature DOCTOR = CraftedSignature.by(World.DOCTOR_SIGNATURE);

    private ForgedContent() {}

    static Stream<Forgery> all() {
        return Stream.of(content(), signers()).flatMap(List::stream);
    }

    private static List<Forgery> content() {
        byte[] opaque = DOCTOR.opaque(Mails.ENTITY);
        byte[] detached = DOCTOR.detached(Mails.ENTITY);
        return List.of(
                Forgery.of(
                        "content/other text under a genuine signature",
                        "invalid.digest-mismatch",
                        () -> clear(FAKE, detached)),
                Forgery.of(
                        "content/genuine content inside, other text shown",
                        "invalid.content-mismatch",
                        () -> clear(FAKE, opaque)),
                Forgery.of(
                        "content/content both inside and shown",
                        "invalid.malformed",
                        () -> clear(Mails.ENTITY, opaque)),
                Forgery.of(
                        "content/empty part shown, genuine content inside",
                        "invalid.content-mismatch",
                        () -> clear("", opaque)),
                Forgery.of(
                        "content/detached signature as a whole message",
                        "invalid.digest-mismatch",
                        () -> opaque(detached)),
                Forgery.of(
                        "content/signature of another mail",
                        "invalid.digest-mismatch",
                        () -> clear(Mails.ENTITY, DOCTOR.detached("Content-Type: text/plain\r\n\r\nBonjour\r\n"))),
                Forgery.of(
                        "content/other text inside an opaque object",
                        "invalid.digest-mismatch",
                        () -> opaque(new String(opaque, StandardCharsets.ISO_8859_1)
                                .replace("1,02 g/L", "9,99 g/L")
                                .getBytes(StandardCharsets.ISO_8859_1))),
                Forgery.of(
                        "content/signed attributes turned into content",
                        "invalid.missing-attribute",
                        () -> opaque(SignedDataSurgery.attributesAsContent(opaque))),
                Forgery.of(
                        "content/digest that was not announced",
                        "invalid.malformed",
                        () -> opaque(SignedDataSurgery.announcing(opaque, NISTObjectIdentifiers.id_sha512))),
                Forgery.of(
                        "content/object of another kind",
                        "invalid.malformed",
                        () -> opaque(DOCTOR.contentType(CMSObjectIdentifiers.timestampedData)
                                .opaque(Mails.ENTITY))));
    }

    private static List<Forgery> signers() {
        Issued rogue = World.ROGUE.person(World.DOCTOR_ID, "MARTIN", "CLAIRE").signature();
        Issued badKey = new Issued(World.PAUL_SIGNATURE.key(), World.DOCTOR_SIGNATURE.chain());
        CraftedSignature nobody = CraftedSignature.by().certificates(World.DOCTOR_SIGNATURE.chain());
        return List.of(
                crafted("signer/none, the doctor's certificate beside", "invalid.no-signer", nobody),
                Forgery.of("signer/none in an opaque object", "invalid.no-signer", () -> opaque(nobody.opaque(FAKE))),
                crafted("signer/without a certificate", "invalid.certificate-missing", DOCTOR.certificates(List.of())),
                crafted(
                        "signer/doctor and a rogue",
                        "untrusted.no-trusted-path",
                        CraftedSignature.by(World.DOCTOR_SIGNATURE, rogue)),
                crafted(
                        "signer/rogue and the doctor",
                        "untrusted.no-trusted-path",
                        CraftedSignature.by(rogue, World.DOCTOR_SIGNATURE)),
                crafted(
                        "signer/doctor and a stranger",
                        "untrusted.sender-mismatch",
                        CraftedSignature.by(World.DOCTOR_SIGNATURE, World.PAUL_SIGNATURE)),
                crafted(
                        "signer/doctor and a wrong signature",
                        "invalid.signature-mismatch",
                        CraftedSignature.by(World.DOCTOR_SIGNATURE, badKey)),
                crafted(
                        "signer/doctor's certificate, another key",
                        "invalid.signature-mismatch",
                        CraftedSignature.by(badKey)),
                Forgery.of(
                        "signer/renamed to the doctor",
                        "invalid.signature-mismatch",
                        () -> clear(
                                Mails.ENTITY,
                                SignedDataSurgery.renamed(
                                        both(World.PAUL_SIGNATURE).detached(Mails.ENTITY), World.DOCTOR_SIGNATURE))),
                Forgery.of(
                        "signer/rogue with the doctor's countersignature",
                        "untrusted.no-trusted-path",
                        () -> clear(
                                Mails.ENTITY,
                                SignedDataSurgery.withUnsignedAttributes(
                                        CraftedSignature.by(rogue).detached(Mails.ENTITY),
                                        DOCTOR.detached(Mails.ENTITY)))),
                crafted(
                        "signer/stranger with the doctor's certificate first",
                        "untrusted.sender-mismatch",
                        both(World.PAUL_SIGNATURE)),
                crafted("signer/rogue with the doctor's chain in the bag", "untrusted.no-trusted-path", both(rogue)));
    }

    private static CraftedSignature both(Issued signer) {
        return CraftedSignature.by(signer)
                .certificates(Stream.concat(World.DOCTOR_SIGNATURE.chain().stream(), signer.chain().stream())
                        .toList());
    }

    private static Forgery crafted(String name, String code, CraftedSignature signature) {
        return Forgery.of(name, code, () -> CraftedSignature.mail(signature));
    }

    private static String clear(String shown, byte[] signature) {
        return Mails.clearSigned(Mails.header(Mails.DOCTOR), shown, signature);
    }

    private static String opaque(byte[] object) {
        return Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object);
    }
}
