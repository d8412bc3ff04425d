package fr.sceau.smime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.smime.identity.CertificateIdentity.Organisation;
import fr.sceau.smime.identity.CertificateIdentity.Person;
import fr.sceau.smime.identity.CertificateIdentity.Unknown;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {
    private static final Path SAMPLES = Path.of(
                    System.getProperty("sceau.root", ""), "../shared/samples/smime/igc-sante")
            .normalize();

    private static CertificateIdentity identity(String subject) throws Exception {
        return IdentityReader.read(certificate(subject));
    }

    static X509Certificate certificate(String subject) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name(subject);
        Date now = new Date();
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, now, now, name, pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static CertificateIdentity published(String file) throws Exception {
        Path path = SAMPLES.resolve(file);
        assumeTrue(Files.exists(path), "SKIPPED: published certificate is absent: " + path);
        try (InputStream in = Files.newInputStream(path)) {
            return IdentityReader.read(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
    }

    @Test
    void person_is_read_from_a_multi_valued_rdn() throws Exception {
        assertThat(identity("C=FR,OU=10B0057881,T=Médecin,SURNAME=LE GOFF+GIVENNAME=ANNE\\, MARIE+CN=899700218896"))
                .isEqualTo(new Person("899700218896", "LE GOFF", "ANNE, MARIE"))
                .extracting(CertificateIdentity::displayName)
                .isEqualTo("ANNE, MARIE LE GOFF");
    }

    @Test
    void identifier_of_registered_staff_holds_a_slash() throws Exception {
        assertThat(identity("C=FR,SURNAME=A+GIVENNAME=B+CN=30B0057881/CPET0002"))
                .isEqualTo(new Person("30B0057881/CPET0002", "A", "B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990000001", "12A0000017", "399700000000077"})
    void organisation_is_named_by_finess_or_siret(String structure) throws Exception {
        assertThat(identity("C=FR,O=CHU DE L'EXEMPLE,OU=" + structure + ",CN=cardiologie"))
                .isEqualTo(new Organisation(structure, "CHU DE L'EXEMPLE", "cardiologie"))
                .extracting(CertificateIdentity::displayName)
                .isEqualTo("CHU DE L'EXEMPLE (cardiologie)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=899700218896",
                "SURNAME=A,CN=899700218896",
                "SURNAME=A+GIVENNAME=B,CN=899700218896,CN=899700218897",
                "SURNAME=A+GIVENNAME=B+CN=Claire Martin",
                "SURNAME=A+GIVENNAME=B+SURNAME=C+CN=899700218896",
                "O=X,OU=0002 187512751,CN=AC IGC-SANTE",
                "O=X,OU=1990000001,OU=autre,CN=y",
                "O=X,CN=y"
            })
    void any_other_shape_is_unknown(String subject) throws Exception {
        assertThat(identity(subject)).isInstanceOf(Unknown.class);
        assertThat(identity(subject).displayName()).isEqualTo("titulaire inconnu");
    }

    @Test
    void names_that_are_not_what_their_type_says_are_nobodys() throws Exception {
        byte[] encoded =
                certificate("SURNAME=A+GIVENNAME=CLAIRE+CN=899700218896").getEncoded();
        encoded[new String(encoded, StandardCharsets.ISO_8859_1).lastIndexOf("CLAIRE")] = (byte) 0xff;
        X509Certificate broken = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        assertThat(IdentityReader.read(broken)).isInstanceOf(Unknown.class);
    }

    @Test
    void published_test_card_is_a_person() throws Exception {
        assertThat(published("esignsante/2600301752-Auth.crt")).isInstanceOfSatisfying(Person.class, person -> {
            assertThat(person.idNatPs()).isEqualTo("30B0057881/CPET0002");
            assertThat(person.givenName()).isEqualTo("CHARLES");
        });
    }

    @Test
    void published_organisation_certificate_is_an_organisation() throws Exception {
        assertThat(published("esignsante/asip-p12-EL-TEST-ORG-SIGN-20181116-141712.der"))
                .isInstanceOf(Organisation.class);
    }

    @Test
    void published_authority_is_nobody() throws Exception {
        assertThat(published("ca-production/AC_FORT_PERSONNES_20130625.cer")).isInstanceOf(Unknown.class);
    }
}
