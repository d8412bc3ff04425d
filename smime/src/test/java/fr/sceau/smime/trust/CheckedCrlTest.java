package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority.Change;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one list says, and of what it is silent. */
class CheckedCrlTest {
    private static final Instant NOW = Authority.NOW;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ASN1ObjectIdentifier OURS = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2");

    private final Authority authority = Authority.root("RACINE");
    private final X509Certificate leaf = authority.leaf();

    CheckedCrlTest() throws Exception {}

    private static CheckedCrl crl(byte[] encoded) throws Exception {
        return new CheckedCrl(
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded)));
    }

    private CheckedCrl crl(Instant thisUpdate, Change change) throws Exception {
        return crl(authority.list(thisUpdate, change));
    }

    private static Extensions extension(ASN1ObjectIdentifier type, boolean critical) throws Exception {
        return new Extensions(new Extension(type, critical, DERNull.INSTANCE.getEncoded()));
    }

    @Test
    void word_that_must_be_understood_and_is_not_makes_the_list_worthless() throws Exception {
        Date date = Date.from(NOW);
        Extensions critical = extension(OURS, true);
        Extensions harmless = extension(OURS, false);
        assertThat(crl(NOW, list -> {}).isUnderstood()).isTrue();
        assertThat(crl(NOW, list -> list.addExtension(OURS, false, DERNull.INSTANCE))
                        .isUnderstood())
                .isTrue();
        assertThat(crl(NOW, list -> list.addExtension(OURS, true, DERNull.INSTANCE))
                        .isUnderstood())
                .isFalse();
        assertThat(crl(NOW, list -> list.addCRLEntry(BigInteger.ONE, date, harmless))
                        .isUnderstood())
                .isTrue();
        assertThat(crl(NOW, list -> list.addCRLEntry(BigInteger.ONE, date, critical))
                        .isUnderstood())
                .as("in the entry of another certificate")
                .isFalse();
    }

    @Test
    void list_counts_to_its_last_second_and_one_without_an_end_never() throws Exception {
        CheckedCrl week = crl(NOW, list -> {});
        Instant end = NOW.plus(Duration.ofDays(7));
        assertThat(week.isCurrent(end)).isTrue();
        assertThat(week.isCurrent(end.plus(SECOND))).isFalse();
        byte[] endless = new X509v2CRLBuilder(authority.name(), Date.from(NOW))
                .build(authority.signer())
                .getEncoded();
        assertThat(crl(endless).isCurrent(NOW)).isFalse();
    }

    @Test
    void list_speaks_of_certificates_that_lived_when_it_was_made_or_says_that_it_keeps_the_others() throws Exception {
        Instant end = leaf.getNotAfter().toInstant();
        assertThat(crl(end, list -> {}).speaksOf(leaf)).isTrue();
        assertThat(crl(end.plus(SECOND), list -> {}).speaksOf(leaf)).isFalse();
        ASN1GeneralizedTime since = new ASN1GeneralizedTime(Date.from(NOW));
        assertThat(crl(end.plus(SECOND), list -> list.addExtension(new ASN1ObjectIdentifier("2.5.29.60"), false, since))
                        .speaksOf(leaf))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,true",
        "0,-1,true",
        "0,1,true",
        "1,1,true",
        "4,0,true",
        "4,1,false",
        "5,1,false",
        "3,1,false",
        "6,1,true",
        "9,1,true"
    })
    void revocation_looks_back_unless_its_reason_is_harmless(int reason, int secondsLater, boolean revoked)
            throws Exception {
        Date at = Date.from(NOW.plusSeconds(secondsLater));
        CheckedCrl list = crl(NOW, crl -> crl.addCRLEntry(leaf.getSerialNumber(), at, reason));
        assertThat(list.revokes(leaf, NOW)).isEqualTo(revoked);
        assertThat(list.revokes(authority.leaf(), NOW)).as("another").isFalse();
    }

    @Test
    void revocation_without_a_reason_looks_back() throws Exception {
        Date later = Date.from(NOW.plusSeconds(1));
        CheckedCrl list = crl(NOW, crl -> crl.addCRLEntry(leaf.getSerialNumber(), later, CRLReason.unspecified));
        assertThat(list.revokes(leaf, NOW)).isTrue();
    }

    @Test
    void number_is_told_where_there_is_one() throws Exception {
        assertThat(crl(NOW, list -> {}).number()).isEmpty();
        assertThat(crl(NOW, list -> list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.TEN)))
                        .number())
                .contains(BigInteger.TEN);
    }

    @Test
    void list_is_signed_by_a_key_that_may_sign_lists_and_in_a_way_that_holds() throws Exception {
        CheckedCrl list = crl(NOW, crl -> {});
        assertThat(list.isSignedBy(authority.certificate(), PathRules.OURS)).isTrue();
        X509Certificate noLists = authority.holder(
                authority.keys(),
                builder -> builder.replaceExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
        assertThat(list.isSignedBy(noLists, PathRules.OURS)).isFalse();
        assertThat(list.isSignedBy(Authority.root("RACINE").certificate(), PathRules.OURS))
                .isFalse();
        Authority old = new Authority(authority.name(), authority.keys(), authority.certificate(), "SHA1withECDSA");
        assertThat(crl(old.list(NOW, crl -> {})).isSignedBy(authority.certificate(), PathRules.OURS))
                .isFalse();
    }
}
