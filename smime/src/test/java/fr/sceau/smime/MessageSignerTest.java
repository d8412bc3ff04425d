package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.smime.SMIMECapability;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageSignerTest {
    private static String sign(String message) throws Exception {
        return World.signed(World.LABORATORY_SIGNATURE, Mails.of(message));
    }

    private static String boundary(String signed) {
        return signed.substring(signed.indexOf("boundary=\"") + 10).replaceFirst("(?s)\".*", "");
    }

    @Test
    void outer_header_keeps_its_fields_and_their_order() throws Exception {
        String header = "Received: par ici\r\n\tpuis la\r\nFrom: a@b.test\r\nMIME-Version: 1.0\r\nSubject: =?x\r\n";
        String signed = sign(header.replace("Subject", "Content-Type: text/plain\r\nSubject") + "\r\ncorps\r\n");
        assertThat(signed)
                .startsWith(header + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n"
                        + " micalg=sha-256; boundary=\"");
        assertThat(signed).contains("--" + boundary(signed) + "\r\nContent-Type: text/plain\r\n\r\ncorps\r\n\r\n--");
    }

    @Test
    void message_without_mime_fields_gets_them() throws Exception {
        String signed = sign("From: a@b.test\r\n\r\ncorps");
        assertThat(signed)
                .startsWith("From: a@b.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/signed;")
                .contains("\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\ncorps\r\n--");
    }

    @Test
    void every_line_ends_in_crlf(@TempDir Path trust) throws Exception {
        String signed = sign((Mails.header(Mails.LABORATORY) + Mails.ENTITY).replace("\r\n", "\n"));
        assertThat(signed.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(new World(trust).verify(signed).code()).isEqualTo("trusted");
    }

    @Test
    void header_without_body_is_signed_too(@TempDir Path trust) throws Exception {
        String signed = sign(Mails.header(Mails.LABORATORY).stripTrailing());
        assertThat(new World(trust).verify(signed).code()).isEqualTo("trusted");
    }

    @Test
    void attributes_are_those_of_the_profile_and_the_root_stays_home() throws Exception {
        Instant at = Instant.parse("2026-11-20T09:00:00Z");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner(Clock.fixed(at, ZoneOffset.UTC))
                .sign(Mails.plain(Mails.LABORATORY), World.signingKey(World.LABORATORY_SIGNATURE), out);
        CMSSignedData data = signature(Mails.text(out));
        SignerInformation signer = data.getSignerInfos().iterator().next();
        assertThat(signer.getSignedAttributes().toHashtable().keySet())
                .contains(
                        CMSAttributes.contentType,
                        CMSAttributes.messageDigest,
                        CMSAttributes.signingTime,
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        SMIMEAttributes.smimeCapabilities);
        assertThat(data.getCertificates().getMatches(null))
                .hasSize(2)
                .noneMatch(certificate -> certificate.getSubject().equals(certificate.getIssuer()));
        assertThat(capabilities(signer))
                .containsExactly(NISTObjectIdentifiers.id_aes256_GCM, NISTObjectIdentifiers.id_aes256_CBC);
        Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        assertThat(Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate())
                .isEqualTo(Date.from(at));
    }

    private static List<ASN1ObjectIdentifier> capabilities(SignerInformation signer) {
        Attribute attribute = signer.getSignedAttributes().get(SMIMEAttributes.smimeCapabilities);
        return Arrays.stream(ASN1Sequence.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .toArray())
                .map(capability -> SMIMECapability.getInstance(capability).getCapabilityID())
                .toList();
    }

    @Test
    void key_that_is_its_own_authority_sends_its_certificate() throws Exception {
        Issued own = SmallAuthority.ec("secp256r1", KeyUsage.digitalSignature);
        CMSSignedData data = signature(World.signed(own, Mails.LABORATORY));
        assertThat(data.getCertificates().getMatches(null)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(SigningScheme.Hash.class)
    void pss_is_trusted_with_each_hash(SigningScheme.Hash hash, @TempDir Path trust) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner()
                .sign(
                        Mails.plain(Mails.LABORATORY),
                        World.signingKey(World.LABORATORY_SIGNATURE),
                        new SigningScheme(hash, true),
                        out);
        assertThat(new World(trust).verify(Mails.text(out)).code()).isEqualTo("trusted");
        SignerInformation signer =
                signature(Mails.text(out)).getSignerInfos().iterator().next();
        assertThat(signer.getEncryptionAlgOID()).isEqualTo(PKCSObjectIdentifiers.id_RSASSA_PSS.getId());
    }

    private static CMSSignedData signature(String signed) throws Exception {
        String part = signed.substring(signed.indexOf("smime.p7s\"\r\n\r\n") + 13);
        return new CMSSignedData(Base64.getMimeDecoder().decode(part.substring(0, part.indexOf("\r\n--"))));
    }

    @Test
    void signing_a_signed_message_again_keeps_both(@TempDir Path trust) throws Exception {
        String twice = sign(World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY));
        assertThat(new World(trust).verify(twice).code()).isEqualTo("trusted");
    }

    @Test
    void content_in_eight_bits_is_signed_in_seven_and_content_in_seven_stays_as_it_is(@TempDir Path trust)
            throws Exception {
        String header = Mails.header(Mails.LABORATORY) + "Content-Type: text/plain; charset=iso-8859-1\r\n";
        String signed = sign(header + "Content-Transfer-Encoding: 8bit\r\n\r\nGlyc\u00e9mie 1,02\r\n");
        assertThat(signed).contains("Content-Transfer-Encoding: quoted-printable\r\n\r\nGlyc=E9mie 1,02\r\n\r\n--");
        assertThat(signed.chars()).allMatch(c -> c < 128);
        assertThat(new World(trust).verify(signed).code()).isEqualTo("trusted");
        assertThat(sign(header + "\r\nGlycemie = 1,02\r\n")).contains("\r\n\r\nGlycemie = 1,02\r\n\r\n--");
    }
}
