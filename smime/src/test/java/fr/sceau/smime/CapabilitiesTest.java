package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several recipients open; what one certificate states is in {@code MessageEncrypterTest}. */
class CapabilitiesTest {
    @ParameterizedTest
    @CsvSource({"true,true,true", "true,false,false", "false,true,false", "false,false,false"})
    void several_open_what_each_of_them_opens(boolean one, boolean other, boolean both) {
        assertThat(new Capabilities(one, true).and(new Capabilities(other, true)))
                .isEqualTo(new Capabilities(both, true));
        assertThat(new Capabilities(true, one).and(new Capabilities(true, other)))
                .isEqualTo(new Capabilities(true, both));
    }

    /** Parameters of RSAES-OAEP whose hash algorithm is tagged as it may not be. */
    @Test
    void statement_that_breaks_the_parser_says_nothing() throws Exception {
        byte[] statement = HexFormat.of().parseHex("3012301006092a864886f70d0101073003800100");
        ASN1ObjectIdentifier extension = new ASN1ObjectIdentifier("1.2.840.113549.1.9.15");
        X509Certificate certificate = Authority.root("Racine")
                .holder(Authority.ec(), builder -> builder.addExtension(new Extension(extension, false, statement)));
        assertThat(Capabilities.of(certificate)).isEqualTo(Capabilities.UNKNOWN);
    }
}
