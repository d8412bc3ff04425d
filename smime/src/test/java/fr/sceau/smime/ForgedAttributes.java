package fr.sceau.smime;

import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Forgeries and mistakes in what a signature covers and how it is made: signed attributes and algorithms. */
final class ForgedAttributes {
    private static final CraftedSignature DOCTOR = CraftedSignature.by(World.DOCTOR_SIGNATURE);

    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final int SIGNATURE = CMSAlgorithmProtection.SIGNATURE;

    private ForgedAttributes() {}

    static Stream<Forgery> all() {
        return Stream.of(attributes(), algorithms()).flatMap(List::stream);
    }

    private static List<Forgery> attributes() {
        byte[] other = DigestOf.sha256(World.PAUL_SIGNATURE);
        return List.of(
                crafted("attribute/none at all", "invalid.missing-attribute", DOCTOR.withoutAttributes()),
                attribute(
                        "no content type",
                        "invalid.missing-attribute",
                        table -> table.remove(CMSAttributes.contentType)),
                attribute("no digest", "invalid.missing-attribute", table -> table.remove(CMSAttributes.messageDigest)),
                attribute(
                        "content type twice",
                        "invalid.duplicate-attribute",
                        CraftedSignature.twice(CMSAttributes.contentType)),
                attribute(
                        "digest twice",
                        "invalid.duplicate-attribute",
                        CraftedSignature.twice(CMSAttributes.messageDigest)),
                attribute(
                        "signing time twice",
                        "invalid.duplicate-attribute",
                        CraftedSignature.twice(CMSAttributes.signingTime)),
                attribute(
                        "two digests in one",
                        "invalid.duplicate-attribute",
                        with(
                                CMSAttributes.messageDigest,
                                new DEROctetString(new byte[32]),
                                new DEROctetString(DigestOf.sha256(Mails.ENTITY)))),
                attribute(
                        "two signing times in one",
                        "invalid.duplicate-attribute",
                        with(CMSAttributes.signingTime, new Time(new Date(0)), new Time(new Date(1)))),
                attribute(
                        "another content type",
                        "invalid.content-type-mismatch",
                        with(CMSAttributes.contentType, CMSObjectIdentifiers.timestampedData)),
                attribute(
                        "digest of other content",
                        "invalid.digest-mismatch",
                        with(CMSAttributes.messageDigest, new DEROctetString(new byte[32]))),
                attribute(
                        "digest that is no digest",
                        "invalid.attributes-invalid",
                        with(CMSAttributes.messageDigest, CMSObjectIdentifiers.data)),
                attribute(
                        "signing time without a value", "invalid.attributes-invalid", with(CMSAttributes.signingTime)),
                attribute(
                        "another certificate named",
                        "invalid.certificate-substituted",
                        with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                new SigningCertificateV2(new ESSCertIDv2(other)))),
                attribute(
                        "no certificate named",
                        "invalid.certificate-substituted",
                        with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                new SigningCertificateV2(new ESSCertIDv2[0]))),
                protection("another digest algorithm named", "2.16.840.1.101.3.4.2.3", SIGNATURE, RSA),
                protection("another signature algorithm named", SHA256, SIGNATURE, "1.2.840.10045.4.3.2"),
                protection("no signature algorithm named", SHA256, CMSAlgorithmProtection.MAC, RSA));
    }

    private static List<Forgery> algorithms() {
        return List.of(
                algorithm("SHA1withRSA", "invalid.sha1"),
                algorithm("SHA1withRSAandMGF1", "invalid.sha1"),
                algorithm("MD5withRSA", "invalid.md5"),
                algorithm("SHA224withRSA", "invalid.algorithm-refused"),
                Forgery.of(
                        "algorithm/RSA of 1024 bits",
                        "invalid.short-rsa-key",
                        () -> CraftedSignature.mail(
                                CraftedSignature.by(SmallAuthority.rsa(1024, KeyUsage.digitalSignature)))),
                Forgery.of(
                        "algorithm/ECDSA with SHA-1",
                        "invalid.sha1",
                        () -> CraftedSignature.mail(
                                CraftedSignature.by(SmallAuthority.ec("secp256r1", KeyUsage.digitalSignature))
                                        .algorithm("SHA1withECDSA"))),
                Forgery.of(
                        "algorithm/DSA",
                        "invalid.dsa",
                        () -> CraftedSignature.mail(CraftedSignature.by(BentAuthority.alone("DSA", "SHA256withDSA"))
                                .algorithm("SHA256withDSA"))));
    }

    private static Forgery algorithm(String name, String code) {
        return crafted("algorithm/" + name, code, DOCTOR.algorithm(name));
    }

    private static Forgery attribute(String name, String code, UnaryOperator<AttributeTable> change) {
        return crafted("attribute/" + name, code, DOCTOR.attributes(change));
    }

    /** RFC 6211: the algorithms once more, under the signature. */
    private static Forgery protection(String name, String digest, int kind, String algorithm) {
        return attribute(
                name,
                "invalid.attributes-invalid",
                with(
                        CMSAttributes.cmsAlgorithmProtect,
                        new CMSAlgorithmProtection(named(digest), kind, named(algorithm))));
    }

    private static AlgorithmIdentifier named(String oid) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
    }

    private static Forgery crafted(String name, String code, CraftedSignature signature) {
        return Forgery.of(name, code, () -> CraftedSignature.mail(signature));
    }

    /** These values, signed as they are. */
    private static UnaryOperator<AttributeTable> with(ASN1ObjectIdentifier type, ASN1Encodable... values) {
        return table -> {
            ASN1EncodableVector all = new ASN1EncodableVector();
            for (ASN1Encodable value : values) {
                all.add(value);
            }
            ASN1EncodableVector changed = table.remove(type).toASN1EncodableVector();
            changed.add(new Attribute(type, new DERSet(all)));
            return new AttributeTable(changed);
        };
    }
}
