package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

/** What can be done to somebody's signed-data object without his key. */
final class SignedDataSurgery {
    private SignedDataSurgery() {}

    /** The signed attributes become the content, over which the same signature then is right. */
    static byte[] attributesAsContent(byte[] genuine) throws Exception {
        CMSSignedData data = new CMSSignedData(genuine);
        SignerInformation signer = signer(data);
        ContentInfo content =
                new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(signer.getEncodedSignedAttributes()));
        SignerInfo old = signer.toASN1Structure();
        SignerInfo bare = new SignerInfo(
                old.getSID(),
                old.getDigestAlgorithm(),
                (ASN1Set) null,
                old.getDigestEncryptionAlgorithm(),
                old.getEncryptedDigest(),
                null);
        return rebuilt(data, content, bare);
    }

    /** The signer is said to be the holder of another certificate. */
    static byte[] renamed(byte[] genuine, Issued other) throws Exception {
        CMSSignedData data = new CMSSignedData(genuine);
        SignerInfo old = signer(data).toASN1Structure();
        SignerInfo renamed = new SignerInfo(
                new SignerIdentifier(
                        new IssuerAndSerialNumber(new JcaX509CertificateHolder(other.certificate()).toASN1Structure())),
                old.getDigestAlgorithm(),
                old.getAuthenticatedAttributes(),
                old.getDigestEncryptionAlgorithm(),
                old.getEncryptedDigest(),
                null);
        return rebuilt(data, signedData(data).getEncapContentInfo(), renamed);
    }

    private static byte[] rebuilt(CMSSignedData data, ContentInfo content, SignerInfo signer) throws Exception {
        SignedData old = signedData(data);
        SignedData changed =
                new SignedData(old.getDigestAlgorithms(), content, old.getCertificates(), null, new DERSet(signer));
        return new ContentInfo(CMSObjectIdentifiers.signedData, changed).getEncoded();
    }

    /** The digest algorithms that stand before the content are these. */
    static byte[] announcing(byte[] object, ASN1ObjectIdentifier... digests) throws Exception {
        CMSSignedData data = new CMSSignedData(object);
        SignedData old = signedData(data);
        AlgorithmIdentifier[] named =
                Arrays.stream(digests).map(AlgorithmIdentifier::new).toArray(AlgorithmIdentifier[]::new);
        SignedData changed = new SignedData(
                new DERSet(named), old.getEncapContentInfo(), old.getCertificates(), null, old.getSignerInfos());
        return new ContentInfo(CMSObjectIdentifiers.signedData, changed).getEncoded();
    }

    /** Adds what no signature covers: a whole genuine SignerInfo as a countersignature, and a signing time. */
    static byte[] withUnsignedAttributes(byte[] object, byte[] genuine) throws Exception {
        CMSSignedData data = new CMSSignedData(object);
        SignerInfo countersignature = signer(new CMSSignedData(genuine)).toASN1Structure();
        AttributeTable table =
                new AttributeTable(attribute(CMSAttributes.counterSignature, new DERSet(countersignature)));
        SignerInformation changed = SignerInformation.replaceUnsignedAttributes(signer(data), table);
        return CMSSignedData.replaceSigners(data, new SignerInformationStore(List.of(changed)))
                .getEncoded();
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Set values) {
        return new Attribute(type, values);
    }

    private static SignerInformation signer(CMSSignedData data) {
        return data.getSignerInfos().iterator().next();
    }

    private static SignedData signedData(CMSSignedData data) {
        return SignedData.getInstance(data.toASN1Structure().getContent());
    }
}
