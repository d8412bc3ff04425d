package fr.sceau.testpki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** The shapes of reference certificates, decoded again by the JDK. */
final class CertificateShapesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";
    private static final Person CLAIRE = PKI.person("899700218896", "MARTIN", "Claire");
    private static final Organisation LAB =
            PKI.organisation(Workplace.of("339172288100045", "LABORATOIRE D'ESSAI"), "laboratoire");

    @Test
    void person_ends_with_one_rdn_of_three_values() throws Exception {
        String name = CLAIRE.signature()
                .certificate()
                .getSubjectX500Principal()
                .getName(X500Principal.RFC2253, Map.of("2.5.4.4", "SN", "2.5.4.42", "GN", "2.5.4.12", "T"));
        LdapName parsed = new LdapName(name);
        Rdn last = parsed.getRdn(parsed.size() - 1);
        assertThat(last.size()).isEqualTo(3);
        assertThat(last.toAttributes().get("CN").get()).isEqualTo("899700218896");
        assertThat(last.toAttributes().get("SN").get()).isEqualTo("MARTIN");
        assertThat(last.toAttributes().get("GN").get()).isEqualTo("Claire");
        assertThat(name).endsWith(",O=CABINET DE TEST,ST=Paris (75),C=FR").contains("T=Médecin,OU=10B0000001");
    }

    @Test
    void authorities_follow_the_published_names_and_depth() {
        X509Certificate issuing = LAB.signature().chain().get(1);
        assertThat(issuing.getSubjectX500Principal().getName())
                .isEqualTo("CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS,OU=IGC-SANTE TEST,"
                        + "OU=0002 187512751,O=ASIP-SANTE,C=FR");
        assertThat(issuing.getIssuerX500Principal().getName()).startsWith("CN=TEST AC RACINE IGC-SANTE ELEMENTAIRE,");
        assertThat(issuing.getBasicConstraints()).isZero();
        assertThat(LAB.signature().chain().get(2).getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void categories_are_in_the_test_range() {
        assertThat(CLAIRE.signature().certificate().getExtensionValue(CATEGORY)).containsExactly(4, 3, 4, 1, 0x80);
        assertThat(LAB.signature().certificate().getExtensionValue(CATEGORY)).containsExactly(4, 3, 4, 1, 0x83);
        assertThat(CLAIRE.encryption().certificate().getExtensionValue(CATEGORY))
                .containsExactly(4, 3, 4, 1, 0x83);
        assertThat(LAB.withoutCategory().signature().certificate().getExtensionValue(CATEGORY))
                .isNull();
    }

    @Test
    void card_certificate_names_its_card_and_no_mail_address() throws Exception {
        X509Certificate card = CLAIRE.signature().certificate();
        assertThat(card.getExtensionValue("1.2.250.1.71.1.2.2")).containsExactly(4, 3, 2, 1, 0);
        assertThat(card.getExtensionValue("1.2.250.1.71.1.2.3")).isNotNull();
        assertThat(card.getSubjectAlternativeNames()).singleElement().satisfies(name -> assertThat(name.get(0))
                .isEqualTo(0));
        assertThat(card.getIssuerX500Principal().getName()).startsWith("CN=TEST AC IGC-SANTE FORT PERSONNES,");
        assertThat(CLAIRE.software()
                        .signature()
                        .certificate()
                        .getIssuerX500Principal()
                        .getName())
                .startsWith("CN=TEST AC IGC-SANTE STANDARD PERSONNES,");
    }

    @Test
    void purposes_are_those_of_the_profiles() throws Exception {
        X509Certificate signature = LAB.signature().certificate();
        assertThat(usage(signature)).isEqualTo("11");
        assertThat(signature.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.4");
        X509Certificate encryption =
                CLAIRE.mail("claire@exemple.test").encryption().certificate();
        assertThat(usage(encryption)).isEqualTo("001");
        assertThat(encryption.getSubjectAlternativeNames()).containsExactly(List.of(1, "claire@exemple.test"));
        X509Certificate server = LAB.tls(List.of("localhost", "127.0.0.1")).certificate();
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(server.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(CLAIRE.authentication().certificate().getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");
    }

    @Test
    void key_usage_can_be_bent() {
        X509Certificate bent =
                LAB.keyUsage(KeyUsage.keyEncipherment).signature().certificate();
        assertThat(usage(bent)).isEqualTo("001");
    }

    @Test
    void only_key_usage_is_critical() {
        assertThat(CLAIRE.signature().certificate().getCriticalExtensionOIDs()).containsExactly("2.5.29.15");
    }

    private static String usage(X509Certificate certificate) {
        StringBuilder bits = new StringBuilder();
        for (boolean bit : Objects.requireNonNull(certificate.getKeyUsage())) {
            bits.append(bit ? '1' : '0');
        }
        return bits.toString().replaceFirst("0+$", "");
    }
}
