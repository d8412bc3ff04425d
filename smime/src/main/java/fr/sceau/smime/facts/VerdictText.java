package fr.sceau.smime.facts;

import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.SignatureVerdict.Sealed;
import fr.sceau.smime.SignatureVerdict.Unsigned;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What verdict codes mean, once the verdict itself is gone. */
final class VerdictText {
    private VerdictText() {}

    /** One French sentence. A code of another version of the program is not taken for a good one. */
    static String of(String code, Optional<String> signerName) {
        if (code.equals("trusted")) {
            return "Signature vérifiée : " + signerName.orElse("signataire non nommé") + ".";
        }
        if (code.equals("pending")) {
            return "Signature intacte ; la révocation du certificat n'est pas encore vérifiée.";
        }
        return Stream.concat(
                        Stream.<SignatureVerdict>of(new Unsigned(), new Sealed()),
                        Arrays.stream(Fault.values()).map(Invalid::new))
                .filter(verdict -> verdict.code().equals(code))
                .map(SignatureVerdict::sentence)
                .findFirst()
                .or(() -> doubt(code))
                .orElse("Signature non vérifiée.");
    }

    private static Optional<String> doubt(String code) {
        return Arrays.stream(Doubt.values())
                .filter(doubt -> code.equals("untrusted." + doubt.code()))
                .map(Doubt::sentence)
                .findFirst();
    }

    /** Result of the {@code smime} method. RFC 7281 section 4 */
    static String smimeResult(String code) {
        return switch (code.replaceFirst("\\..*", "")) {
            case "trusted" -> "pass";
            case "unsigned" -> "none";
            case "invalid" -> "fail";
            case "untrusted" -> "policy";
            case "pending" -> "temperror";
            default -> "neutral";
        };
    }
}
