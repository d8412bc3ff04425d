package fr.sceau.mailets.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sceau.smime.Layer;
import fr.sceau.smime.Layers;
import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.Signer;
import fr.sceau.smime.TrustPath;
import fr.sceau.smime.header.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to say of one message: its layers, who signed them, and what that rests on.
 *
 * @param at the instant for which certificates were judged
 * @param envelope SMTP recipients, where they are known
 */
public record LayersReport(Layers layers, Instant at, List<String> envelope) {
    public LayersReport {
        envelope = List.copyOf(envelope);
    }

    /** In French, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Layer layer : layers.layers()) {
            lines.add(layer.code() + " : " + layer.sentence());
            if (layer instanceof Layer.Signed signed) {
                signed.signers().forEach(signer -> signer(lines, signer));
            }
        }
        SignatureVerdict verdict = layers.verdict();
        lines.add(verdict.code() + " : " + verdict.sentence());
        if (!layers.integrityGuaranteed()) {
            lines.add("Contenu chiffré sans rien qui en garantisse l'intégrité.");
        }
        leftOut()
                .forEach(recipient -> lines.add(
                        "destinataire " + recipient + " : pas parmi ceux que l'expéditeur a signés (copie cachée,"
                                + " liste ou message détourné)"));
        lines.add("jugé pour le " + at);
        return lines;
    }

    private List<String> leftOut() {
        return layers.routing(envelope).map(Routing::leftOut).orElse(List.of());
    }

    private static void signer(List<String> lines, SignatureVerdict verdict) {
        if (verdict instanceof Trusted trusted) {
            signer(lines, verdict, trusted.signer());
            path(lines, trusted.path());
        } else if (verdict instanceof Pending pending) {
            signer(lines, verdict, pending.signer());
            path(lines, pending.path());
        } else if (verdict instanceof Untrusted untrusted) {
            signer(lines, verdict, untrusted.signer());
            untrusted.path().ifPresent(path -> path(lines, path));
        }
    }

    private static void signer(List<String> lines, SignatureVerdict verdict, Signer signer) {
        lines.add("  signataire " + signer.identity().displayName() + " : " + verdict.code());
        lines.add("    certificat " + signer.certificate().getSerialNumber().toString(16) + " de "
                + signer.certificate().getIssuerX500Principal().getName());
        signer.claimedAt().ifPresent(time -> lines.add("    dit avoir signé le " + time));
    }

    private static void path(List<String> lines, TrustPath path) {
        path.certificates().stream()
                .skip(1)
                .forEach(authority -> lines.add(
                        "    autorité " + authority.getSubjectX500Principal().getName()));
        path.revocation().forEach(source -> lines.add("    révocation : " + described(source)));
    }

    private static String described(RevocationSource source) {
        return source.kind() + " de " + source.issuer() + " du " + source.thisUpdate()
                + source.nextUpdate().map(until -> " au " + until).orElse("") + ", sha256 " + source.sha256();
    }

    /**
     * {@code at}, {@code verdict}, {@code sentence}, {@code integrity}, {@code unnamed} (recipients whom the signer did not
     * name, of those asked about), {@code layers}: of each {@code code},
     * {@code sentence} and {@code signers}, of which each has {@code verdict} and what it rests on.
     */
    public String json() {
        ObjectNode json = JsonText.object();
        json.put("at", at.toString());
        json.put("verdict", layers.verdict().code());
        JsonText.put(json, "sentence", layers.verdict().sentence());
        json.put("integrity", layers.integrityGuaranteed());
        json.set("unnamed", JsonText.texts(leftOut()));
        ArrayNode all = json.putArray("layers");
        layers.layers().forEach(layer -> all.add(json(layer)));
        return JsonText.write(json);
    }

    private ObjectNode json(Layer layer) {
        ObjectNode json = JsonText.object();
        json.put("code", layer.code());
        json.put("sentence", layer.sentence());
        if (layer instanceof Layer.Signed signed) {
            ArrayNode signers = json.putArray("signers");
            for (SignatureVerdict verdict : signed.signers()) {
                ObjectNode signer = Evidence.json(verdict, at);
                signer.put("verdict", verdict.code());
                signers.add(signer);
            }
        }
        return json;
    }
}
