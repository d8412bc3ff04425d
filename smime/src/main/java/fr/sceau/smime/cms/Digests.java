package fr.sceau.smime.cms;

import fr.sceau.smime.mime.CrlfOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Digests of the same content under several algorithms, each over the bytes as they came and over their canonical form.
 * A line end changed to a bare LF on the way is not a change of content, since signers digest CRLF. RFC 8551 3.1.1
 */
final class Digests {
    private final Map<ASN1ObjectIdentifier, List<MessageDigest>> digests = new HashMap<>();
    private final Map<ASN1ObjectIdentifier, List<byte[]>> values = new HashMap<>();
    private final boolean canonicalToo;

    /** @param canonicalToo false for content whose bytes must stay as they are */
    Digests(Collection<AlgorithmIdentifier> algorithms, boolean canonicalToo) {
        this.canonicalToo = canonicalToo;
        for (AlgorithmIdentifier algorithm : algorithms) {
            Optional<DigestAlgorithm> known = DigestAlgorithm.of(algorithm);
            known.ifPresent(digest -> digests.computeIfAbsent(algorithm.getAlgorithm(), oid -> pair(digest)));
        }
    }

    private List<MessageDigest> pair(DigestAlgorithm algorithm) {
        List<MessageDigest> pair = new ArrayList<>(List.of(algorithm.create()));
        if (canonicalToo) {
            pair.add(algorithm.create());
        }
        return pair;
    }

    /** Takes the content. */
    OutputStream sink() {
        OutputStream raw = into(0);
        OutputStream canonical = new CrlfOutputStream(into(1));
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                raw.write(bytes, offset, length);
                canonical.write(bytes, offset, length);
            }
        };
    }

    private OutputStream into(int index) {
        List<MessageDigest> targets = digests.values().stream()
                .filter(pair -> pair.size() > index)
                .map(pair -> pair.get(index))
                .toList();
        return new OutputStream() {
            @Override
            public void write(int b) {
                targets.forEach(digest -> digest.update((byte) b));
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                targets.forEach(digest -> digest.update(bytes, offset, length));
            }
        };
    }

    /** Whether the content was digested under that algorithm. */
    boolean covers(AlgorithmIdentifier algorithm) {
        return digests.containsKey(algorithm.getAlgorithm());
    }

    boolean matches(AlgorithmIdentifier algorithm, byte[] expected) {
        return values.computeIfAbsent(algorithm.getAlgorithm(), this::values).stream()
                .anyMatch(value -> MessageDigest.isEqual(value, expected));
    }

    private List<byte[]> values(ASN1ObjectIdentifier algorithm) {
        return digests.getOrDefault(algorithm, List.of()).stream()
                .map(MessageDigest::digest)
                .toList();
    }
}
