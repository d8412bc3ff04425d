package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Layer.Access;
import fr.sceau.smime.Layer.CertificatesOnly;
import fr.sceau.smime.Layer.Compressed;
import fr.sceau.smime.Layer.Encrypted;
import fr.sceau.smime.Layer.Form;
import fr.sceau.smime.Layer.Refused;
import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.identity.CertificateIdentity.Person;
import fr.sceau.smime.identity.ProtectedFields;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import fr.sceau.smime.trust.Authority;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What layers say together, whatever mail they came from. */
class LayersVerdictTest {
    private static final Layer SHA1 = signed(new Invalid(Fault.SHA1));
    private static final Layer MD5 = signed(new Invalid(Fault.MD5));

    private final X509Certificate certificate = Authority.root("RACINE").leaf();
    private final TrustPath path = new TrustPath(List.of(certificate), Authority.NOW, List.of());
    private final Layer trusted = signed(new Trusted(signer("CLAIRE"), path));
    private final Layer pending = signed(new Pending(signer("PAUL"), path));
    private final Layer expired = signed(new Untrusted(signer("LEILA"), Doubt.EXPIRED));
    private final Layer revoked = signed(new Untrusted(signer("ANNE"), Doubt.REVOKED));

    LayersVerdictTest() throws Exception {}

    private Signer signer(String name) {
        return new Signer(certificate, new Person("899700218896", "MARTIN", name), Optional.empty());
    }

    private static Layer signed(SignatureVerdict verdict) {
        return new Signed(Form.CLEAR, verdict, List.of(verdict), ProtectedFields.NONE);
    }

    private static Layer sealed(Access access) {
        return new Encrypted("aes-256-cbc", false, access);
    }

    private static SignatureVerdict verdict(Layer... outermostFirst) {
        return new Layers(List.of(outermostFirst)).verdict();
    }

    private static String code(Layer... outermostFirst) {
        return verdict(outermostFirst).code();
    }

    @Test
    void who_is_not_established_decides_wherever_the_signature_is() {
        assertThat(code(trusted, expired)).isEqualTo("untrusted.expired");
        assertThat(code(expired, trusted)).isEqualTo("untrusted.expired");
        assertThat(code(pending, expired)).isEqualTo("untrusted.expired");
        assertThat(code(trusted, pending)).isEqualTo("pending");
        assertThat(code(pending, trusted)).isEqualTo("pending");
        assertThat(code(expired, revoked)).as("the outer of two").isEqualTo("untrusted.expired");
    }

    @Test
    void of_several_who_are_established_the_innermost_is_named() {
        Layer other = signed(new Trusted(signer("PAUL"), path));
        assertThat(verdict(trusted, other).sentence()).isEqualTo("Signature vérifiée : PAUL MARTIN.");
        assertThat(verdict(other, trusted).sentence()).isEqualTo("Signature vérifiée : CLAIRE MARTIN.");
    }

    @Test
    void a_signature_that_does_not_hold_goes_before_everything_and_the_outer_one_first() {
        assertThat(code(MD5, SHA1)).isEqualTo("invalid.md5");
        assertThat(code(trusted, SHA1, new Refused())).isEqualTo("invalid.sha1");
        assertThat(code(SHA1, sealed(Access.CLOSED))).isEqualTo("invalid.sha1");
    }

    @Test
    void what_is_not_looked_into_goes_before_what_is_sealed() {
        assertThat(code(sealed(Access.CLOSED), new Refused())).isEqualTo("invalid.nesting-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED,sealed",
        "DAMAGED,sealed.damaged",
        "REFUSED,sealed.cipher-refused",
        "LEGACY,sealed.cipher-refused",
        "OPENED,unsigned"
    })
    void what_stays_sealed_hides_whether_it_is_signed(Access access, String code) {
        assertThat(code(sealed(access))).isEqualTo(code);
        assertThat(new Layers(List.of(trusted, sealed(access))).isClosed()).isEqualTo(access == Access.CLOSED);
    }

    @Test
    void ordinary_mail_is_neither_closed_nor_signed_and_nothing_guarantees_it_less_than_others() {
        Layers none = new Layers(List.of());
        assertThat(none.isClosed()).isFalse();
        assertThat(none.integrityGuaranteed()).isTrue();
        assertThat(none.verdict()).isEqualTo(new SignatureVerdict.Unsigned());
        assertThat(none.code()).isEqualTo("none");
    }

    @Test
    void encrypted_content_is_guaranteed_by_a_tag_or_by_a_signature_inside() {
        Layer tagged = new Encrypted("aes-256-gcm", true, Access.OPENED);
        assertThat(new Layers(List.of(tagged)).integrityGuaranteed()).isTrue();
        assertThat(new Layers(List.of(sealed(Access.OPENED))).integrityGuaranteed())
                .isFalse();
        assertThat(new Layers(List.of(sealed(Access.OPENED), trusted)).integrityGuaranteed())
                .isTrue();
        assertThat(new Layers(List.of(trusted, sealed(Access.OPENED))).integrityGuaranteed())
                .isFalse();
    }

    @Test
    void only_a_signature_inside_the_encryption_has_an_author() {
        assertThat(code(trusted, sealed(Access.OPENED))).isEqualTo("invalid.encrypted-then-signed");
        assertThat(code(sealed(Access.OPENED), trusted)).isEqualTo("trusted");
        assertThat(code(trusted, sealed(Access.OPENED), trusted)).isEqualTo("trusted");
    }

    private Layer addressed(SignatureVerdict verdict, String recipient) {
        Header inside = new Header(List.of(HeaderField.of("To", recipient)), true);
        return new Signed(Form.CLEAR, verdict, List.of(verdict), new ProtectedFields(List.of(inside)));
    }

    @Test
    void the_innermost_signature_that_names_recipients_says_whom_the_mail_was_for() {
        for (SignatureVerdict verdict :
                List.of(new Trusted(signer("CLAIRE"), path), new Pending(signer("CLAIRE"), path))) {
            Layers layers =
                    new Layers(List.of(addressed(verdict, "a@b.test"), addressed(verdict, "c@d.test"), trusted));
            assertThat(layers.routing(List.of("c@d.test")).orElseThrow().leftOut())
                    .isEmpty();
            assertThat(layers.routing(List.of("a@b.test")).orElseThrow().leftOut())
                    .containsExactly("a@b.test");
        }
        Untrusted doubtful = new Untrusted(signer("CLAIRE"), Doubt.EXPIRED);
        assertThat(new Layers(List.of(addressed(doubtful, "a@b.test"))).routing(List.of("c@d.test")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void an_encrypted_layer_says_its_cipher_and_what_came_of_it(Access access) {
        assertThat(sealed(access).sentence()).matches("Chiffré \\(AES-256-CBC\\), .{5,40}\\.");
    }

    @Test
    void every_other_layer_has_its_code_and_its_sentence() {
        assertThat(new Layers(List.of(trusted, new CertificatesOnly(), new Compressed(), new Refused())).code())
                .isEqualTo("multipart-signed:trusted > certs-only > compressed > refused");
        assertThat(new CertificatesOnly().sentence()).isEqualTo("Certificats seuls, sans contenu ni signature.");
        assertThat(new Compressed().sentence()).isEqualTo("Contenu compressé.");
        assertThat(new Refused().sentence()).isEqualTo(Fault.NESTING_REFUSED.sentence());
        assertThat(expired.sentence()).isEqualTo(Doubt.EXPIRED.sentence());
    }
}
