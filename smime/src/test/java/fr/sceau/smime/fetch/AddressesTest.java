package fr.sceau.smime.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

class AddressesTest {
    /** Found by the fuzzer: a name of the point that is tagged as it may not be. */
    @Test
    void extensions_that_break_the_parser_name_no_address() throws Exception {
        byte[] implicitName = {0x30, 5, 0x30, 3, (byte) 0x80, 1, 0};
        assertThat(Addresses.lists(with(Extension.cRLDistributionPoints, implicitName)))
                .isEmpty();
        assertThat(Addresses.authorities(with(Extension.authorityInfoAccess, implicitName)))
                .isEmpty();
    }

    private static X509Certificate with(ASN1ObjectIdentifier oid, byte[] extension) throws Exception {
        Authority authority = Authority.root("Une autorité");
        return authority.holder(
                authority.keys(), certificate -> certificate.addExtension(new Extension(oid, false, extension)));
    }
}
