package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private static byte[] sha256(String content) {
        return DigestAlgorithm.SHA256.create().digest(content.getBytes(StandardCharsets.US_ASCII));
    }

    private static Digests of(String content, boolean canonicalToo) throws Exception {
        Digests digests = new Digests(List.of(SHA256), canonicalToo);
        try (OutputStream sink = digests.sink()) {
            for (byte b : content.getBytes(StandardCharsets.US_ASCII)) {
                sink.write(b);
            }
        }
        return digests;
    }

    @Test
    void content_counts_as_it_came_and_with_the_line_ends_of_mail() throws Exception {
        assertThat(of("a\nb", true).matches(SHA256, sha256("a\nb"))).isTrue();
        assertThat(of("a\nb", true).matches(SHA256, sha256("a\r\nb"))).isTrue();
        assertThat(of("a\nb", true).matches(SHA256, sha256("ab"))).isFalse();
    }

    @Test
    void content_whose_bytes_must_stay_counts_as_it_came_only() throws Exception {
        assertThat(of("a\nb", false).matches(SHA256, sha256("a\nb"))).isTrue();
        assertThat(of("a\nb", false).matches(SHA256, sha256("a\r\nb"))).isFalse();
    }
}
