package fr.sceau.smime.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;

class CertificateAddressesTest {
    private static List<String> alternative(ASN1Encodable names) throws Exception {
        return CertificateAddresses.of(Authority.root("Racine")
                .holder(
                        Authority.ec(),
                        certificate -> certificate.addExtension(Extension.subjectAlternativeName, false, names)));
    }

    @Test
    void certificate_without_an_address_names_nobody() throws Exception {
        assertThat(CertificateAddresses.of(Authority.root("Racine").leaf())).isEmpty();
    }

    @Test
    void addresses_among_other_names_are_read_whatever_their_case() throws Exception {
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "mx.exemple.test"),
            new GeneralName(GeneralName.rfc822Name, "Claire.Martin@Exemple.test")
        });
        assertThat(alternative(names)).containsExactly("claire.martin@exemple.test");
    }

    @Test
    void address_in_the_subject_counts_too_and_its_neighbours_do_not() throws Exception {
        var certificate = IdentityReaderTest.certificate("C=FR,CN=Claire+E=Claire@Exemple.test");
        assertThat(CertificateAddresses.of(certificate)).containsExactly("claire@exemple.test");
    }

    /** The JDK calls such an extension absent. */
    @Test
    void names_that_nobody_can_read_are_nobodys() throws Exception {
        assertThat(alternative(new DERSequence(new DERUTF8String("claire@exemple.test"))))
                .hasSize(1)
                .doesNotContain("claire@exemple.test");
    }

    @Test
    void names_that_break_the_parser_are_nobodys() throws Exception {
        byte[] implicitName = {0x30, 3, (byte) 0x84, 1, 0}; // a directory name that is tagged as it may not be
        assertThat(CertificateAddresses.of(Authority.root("Racine")
                        .holder(
                                Authority.ec(),
                                certificate -> certificate.addExtension(
                                        new Extension(Extension.subjectAlternativeName, false, implicitName)))))
                .containsExactly("");
    }

    /** The JDK reads a name in pieces where there are none, Bouncy Castle does not. */
    @Test
    void address_in_a_subject_that_breaks_the_parser_is_nobodys() throws Exception {
        byte[] encoded = IdentityReaderTest.certificate("C=FR,E=claire@exemple.test,CN=?")
                .getEncoded();
        byte[] name = {BERTags.UTF8_STRING, 1, '?'};
        for (int i = 0; i < encoded.length - 3; i++) {
            if (Arrays.equals(encoded, i, i + 3, name, 0, 3)) {
                encoded[i] |= BERTags.CONSTRUCTED;
            }
        }
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        assertThat(CertificateAddresses.of(certificate)).containsExactly("");
        assertThat(IdentityReader.read(certificate)).isInstanceOf(CertificateIdentity.Unknown.class);
    }
}
