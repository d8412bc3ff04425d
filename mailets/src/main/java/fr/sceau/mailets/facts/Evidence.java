package fr.sceau.mailets.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.Layer;
import fr.sceau.smime.Layers;
import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.Signer;
import fr.sceau.smime.TrustPath;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What a verdict rests on, as JSON, so that "was it valid that day?" can be answered years later: {@code established};
 * {@code signer} (certificate digest, issuer, serial number, name, the signing time that the signer claims); and, where a
 * path was found, {@code path} (digests, signer first), {@code validAt} and {@code revocation} (lists and answers by digest).
 * For a message that was judged layer by layer, {@code layers}; and {@code final} where signatures stood around an encryption that
 * was opened: they are gone from the message that is kept, so nobody can judge it again.
 */
final class Evidence {
    private static final String FINAL = "final";

    private Evidence() {}

    static String of(SignatureVerdict verdict, Instant established) {
        return JsonText.write(json(verdict, established));
    }

    static String of(Layers layers, Instant established) {
        ObjectNode json = json(layers.verdict(), established);
        JsonText.put(json, "layers", layers.code());
        if (layers.layers().stream().skip(1).anyMatch(Layer.Encrypted.class::isInstance)) {
            json.put(FINAL, true);
        }
        return JsonText.write(json);
    }

    /** Whether the message that is kept lacks a signature that the verdict rests on. */
    static boolean isFinal(String evidence) {
        return JsonText.isTrue(evidence, FINAL);
    }

    static ObjectNode json(SignatureVerdict verdict, Instant established) {
        ObjectNode json = JsonText.object();
        json.put("established", established.toString());
        if (verdict instanceof Trusted trusted) {
            json.set("signer", signer(trusted.signer()));
            path(json, trusted.path());
        } else if (verdict instanceof Pending pending) {
            json.set("signer", signer(pending.signer()));
            path(json, pending.path());
        } else if (verdict instanceof Untrusted untrusted) {
            json.set("signer", signer(untrusted.signer()));
            untrusted.path().ifPresent(path -> path(json, path));
        }
        return json;
    }

    private static ObjectNode signer(Signer signer) {
        ObjectNode json = JsonText.object();
        X509Certificate certificate = signer.certificate();
        json.put("certificate", digest(certificate));
        JsonText.put(json, "issuer", certificate.getIssuerX500Principal().getName());
        json.put("serial", certificate.getSerialNumber().toString(16));
        JsonText.put(json, "name", signer.identity().displayName());
        signer.claimedAt().ifPresent(time -> json.put("claimedAt", time.toString()));
        return json;
    }

    private static void path(ObjectNode json, TrustPath path) {
        ArrayNode certificates = json.putArray("path");
        path.certificates().forEach(certificate -> certificates.add(digest(certificate)));
        json.put("validAt", path.validAt().toString());
        ArrayNode lists = json.putArray("revocation");
        path.revocation().forEach(source -> lists.add(list(source)));
    }

    private static ObjectNode list(RevocationSource source) {
        ObjectNode json = JsonText.object();
        json.put("kind", source.kind().code());
        JsonText.put(json, "issuer", source.issuer());
        json.put("sha256", source.sha256());
        json.put("thisUpdate", source.thisUpdate().toString());
        source.nextUpdate().ifPresent(time -> json.put("nextUpdate", time.toString()));
        return json;
    }

    private static String digest(X509Certificate certificate) {
        try {
            return Fingerprint.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed has an encoding", e);
        }
    }
}
