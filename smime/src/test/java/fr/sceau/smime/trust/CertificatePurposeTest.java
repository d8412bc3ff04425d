package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority.Extensions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate may be used for, by what stands in it. */
class CertificatePurposeTest {
    private static final ASN1ObjectIdentifier CATEGORY = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.5");
    private static final KeyPurposeId CARD_LOGON =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.2"));

    private final Authority authority = Authority.root("RACINE");

    CertificatePurposeTest() throws Exception {}

    private X509Certificate certificate(KeyPair pair, Extensions extensions) throws Exception {
        return authority.holder(pair, extensions);
    }

    private X509Certificate certificate(Extensions extensions) throws Exception {
        return certificate(Authority.ec(), extensions);
    }

    private X509Certificate usage(KeyPair pair, int usage) throws Exception {
        return certificate(pair, builder -> replace(builder, Extension.keyUsage, new KeyUsage(usage)));
    }

    private X509Certificate extended(KeyPurposeId... purposes) throws Exception {
        return certificate(
                builder -> builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes)));
    }

    private static void replace(JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier type, ASN1Encodable value)
            throws CertIOException {
        builder.replaceExtension(type, false, value);
    }

    private X509Certificate withoutUsage() throws Exception {
        return certificate(builder -> builder.removeExtension(Extension.keyUsage));
    }

    @Test
    void signatures_need_one_of_two_usages() throws Exception {
        KeyPair pair = Authority.ec();
        assertThat(CertificatePurpose.signsMail(usage(pair, KeyUsage.digitalSignature)))
                .isTrue();
        assertThat(CertificatePurpose.signsMail(usage(pair, KeyUsage.nonRepudiation)))
                .isTrue();
        assertThat(CertificatePurpose.signsMail(usage(pair, KeyUsage.keyAgreement)))
                .isFalse();
        assertThat(CertificatePurpose.signsMail(withoutUsage())).isTrue();
    }

    @Test
    void sealed_mail_needs_the_usage_of_its_kind_of_key() throws Exception {
        KeyPair curve = Authority.ec();
        KeyPair rsa = Authority.rsa(1024);
        assertThat(CertificatePurpose.receivesMail(usage(curve, KeyUsage.keyAgreement)))
                .isTrue();
        assertThat(CertificatePurpose.receivesMail(usage(curve, KeyUsage.keyEncipherment)))
                .isFalse();
        assertThat(CertificatePurpose.receivesMail(usage(rsa, KeyUsage.keyEncipherment)))
                .isTrue();
        assertThat(CertificatePurpose.receivesMail(usage(rsa, KeyUsage.keyAgreement)))
                .isFalse();
        assertThat(CertificatePurpose.holdsContentKeys(usage(rsa, KeyUsage.digitalSignature)))
                .isFalse();
        assertThat(CertificatePurpose.receivesMail(withoutUsage())).isTrue();
    }

    @Test
    void extended_usages_are_for_mail_or_for_logging_in() throws Exception {
        X509Certificate mail = extended(KeyPurposeId.id_kp_emailProtection);
        assertThat(CertificatePurpose.signsMail(mail)).isTrue();
        assertThat(CertificatePurpose.isAuthentication(mail)).isFalse();
        assertThat(CertificatePurpose.signsMail(extended(KeyPurposeId.anyExtendedKeyUsage)))
                .isTrue();
        for (KeyPurposeId login : new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, CARD_LOGON}) {
            assertThat(CertificatePurpose.signsMail(extended(login))).isFalse();
            assertThat(CertificatePurpose.isAuthentication(extended(login))).isTrue();
        }
        X509Certificate both = extended(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection);
        assertThat(CertificatePurpose.signsMail(both)).isTrue();
        assertThat(CertificatePurpose.isAuthentication(both)).isFalse();
        assertThat(CertificatePurpose.isAuthentication(extended(KeyPurposeId.id_kp_codeSigning)))
                .isFalse();
        assertThat(CertificatePurpose.isAuthentication(authority.leaf())).isFalse();
    }

    /** The JDK calls what it cannot read absent, and absent means "for everything". */
    @Test
    void usages_that_cannot_be_read_allow_nothing() throws Exception {
        X509Certificate usage = certificate(builder -> replace(builder, Extension.keyUsage, DERNull.INSTANCE));
        assertThat(CertificatePurpose.signsMail(usage)).isFalse();
        assertThat(CertificatePurpose.receivesMail(usage)).isFalse();
        X509Certificate extended =
                certificate(builder -> builder.addExtension(Extension.extendedKeyUsage, false, DERNull.INSTANCE));
        assertThat(CertificatePurpose.signsMail(extended)).isFalse();
        assertThat(CertificatePurpose.isAuthentication(extended)).isFalse();
    }

    private X509Certificate category(ASN1Encodable value) throws Exception {
        return certificate(builder -> builder.addExtension(CATEGORY, false, value));
    }

    @ParameterizedTest
    @CsvSource({
        "00,false,true",
        "01,false,false",
        "02,false,true",
        "03,false,true",
        "04,false,false",
        "7f,false,false",
        "80,true,true",
        "81,true,false",
        "83,true,true",
        "ff,true,false",
        "0000,true,false",
        "'',true,false"
    })
    void category_is_of_table_g01_with_or_without_the_bit_of_test(String octets, boolean test, boolean admitted)
            throws Exception {
        X509Certificate certificate = category(new DEROctetString(HexFormat.of().parseHex(octets)));
        assertThat(CertificatePurpose.isTest(certificate)).isEqualTo(test);
        assertThat(CertificatePurpose.hasAdmittedCategory(certificate)).isEqualTo(admitted);
    }

    @Test
    void category_of_another_kind_is_taken_for_test_and_none_is_none() throws Exception {
        assertThat(CertificatePurpose.isTest(category(DERNull.INSTANCE))).isTrue();
        assertThat(CertificatePurpose.hasAdmittedCategory(category(DERNull.INSTANCE)))
                .isFalse();
        assertThat(CertificatePurpose.isTest(authority.leaf())).isFalse();
        assertThat(CertificatePurpose.hasAdmittedCategory(authority.leaf())).isTrue();
    }

    @Test
    void test_authorities_are_known_by_their_names() throws Exception {
        assertThat(CertificatePurpose.isTest(Authority.root("TEST AC RACINE").leaf()))
                .isTrue();
        assertThat(CertificatePurpose.isTest(Authority.root("AC TEST").leaf())).isFalse();
    }
}
