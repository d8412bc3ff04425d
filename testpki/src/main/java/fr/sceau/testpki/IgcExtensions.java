package fr.sceau.testpki;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Extensions as published by IGC-Santé, with the addresses of its TEST side. Only key usage (and CA) is critical. */
final class IgcExtensions {
    /** Category, table G01: 00 card, 03 software; 80 and 83 are the same in TEST. */
    static final ASN1ObjectIdentifier CATEGORY = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.5");
    /** Card type, table G02: 00 is a CPS. */
    static final ASN1ObjectIdentifier CARD_TYPE = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.2");

    static final ASN1ObjectIdentifier CARD_NUMBER = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.3");

    private static final byte CARD_IN_TEST = (byte) 0x80;
    private static final byte SOFTWARE_IN_TEST = (byte) 0x83;
    private static final String SITE = "http://igc-sante.esante.gouv.fr/";
    private static final ASN1ObjectIdentifier TEST_POLICY = new ASN1ObjectIdentifier("1.2.250.1.213.1.7.2.1.1.1.1");
    private static final ASN1ObjectIdentifier ANY_POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");

    private IgcExtensions() {}

    static void root(X509v3CertificateBuilder builder) throws IOException {
        authority(builder, new BasicConstraints(true));
    }

    static void issuing(X509v3CertificateBuilder builder, Issuer issuer) throws IOException {
        authority(builder, new BasicConstraints(0));
        builder.addExtension(Extension.cRLDistributionPoints, false, crlAt(issuer.rootCode()));
    }

    private static void authority(X509v3CertificateBuilder builder, BasicConstraints constraints) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.certificatePolicies, false, policies(ANY_POLICY));
    }

    static void holder(X509v3CertificateBuilder builder, Profile profile, Options options, Issuer issuer)
            throws IOException {
        builder.addExtension(Extension.basicConstraints, false, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(options.keyUsage().orElse(profile.keyUsage())));
        builder.addExtension(Extension.certificatePolicies, false, policies(TEST_POLICY));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(profile.purposes().toArray(new KeyPurposeId[0])));
        names(builder, profile.alternativeNames());
        builder.addExtension(Extension.cRLDistributionPoints, false, crlAt(issuer.code()));
        builder.addExtension(Extension.authorityInfoAccess, false, access(issuer));
        privateOnes(builder, profile, options);
    }

    private static void names(X509v3CertificateBuilder builder, List<GeneralName> names) throws IOException {
        if (!names.isEmpty()) {
            GeneralNames all = new GeneralNames(names.toArray(new GeneralName[0]));
            builder.addExtension(Extension.subjectAlternativeName, false, all);
        }
    }

    private static void privateOnes(X509v3CertificateBuilder builder, Profile profile, Options options)
            throws IOException {
        boolean card = profile.cardNumber().isPresent();
        if (options.category()) {
            byte category = card ? CARD_IN_TEST : SOFTWARE_IN_TEST;
            builder.addExtension(CATEGORY, false, new DEROctetString(new byte[] {category}));
        }
        if (card) {
            builder.addExtension(CARD_TYPE, false, new ASN1Integer(0));
            builder.addExtension(
                    CARD_NUMBER,
                    false,
                    new DERPrintableString(profile.cardNumber().orElseThrow()));
        }
    }

    private static CRLDistPoint crlAt(String code) {
        GeneralNames name = new GeneralNames(uri(SITE + "CRL/" + code + ".crl"));
        DistributionPoint point = new DistributionPoint(new DistributionPointName(name), null, null);
        return new CRLDistPoint(new DistributionPoint[] {point});
    }

    private static AuthorityInformationAccess access(Issuer issuer) {
        AccessDescription ocsp = new AccessDescription(AccessDescription.id_ad_ocsp, uri("http://ocsp.esante.gouv.fr"));
        AccessDescription issuers = new AccessDescription(
                AccessDescription.id_ad_caIssuers, uri(SITE + "AC%20TEST/" + issuer.code() + ".cer"));
        return new AuthorityInformationAccess(new AccessDescription[] {ocsp, issuers});
    }

    private static CertificatePolicies policies(ASN1ObjectIdentifier policy) {
        ASN1Encodable statement = new PolicyQualifierInfo(SITE + "PC%20TEST");
        return new CertificatePolicies(new PolicyInformation(policy, new DERSequence(statement)));
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }
}
