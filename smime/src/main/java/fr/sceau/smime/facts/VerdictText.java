package fr.sceau.smime.facts;

import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.SignatureVerdict.Obstacle;
import fr.sceau.smime.SignatureVerdict.Sealed;
import fr.sceau.smime.SignatureVerdict.Unopened;
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
        return Stream.<Stream<? extends SignatureVerdict>>of(
                        Stream.of(new Unsigned(), new Sealed()),
                        Arrays.stream(Obstacle.values()).map(Unopened::new),
                        Arrays.stream(Fault.values()).map(Invalid::new))
                .<SignatureVerdict>flatMap(all -> all)
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
        int point = code.indexOf('.');
        return switch (point < 0 ? code : code.substring(0, point + 1)) {
            case "trusted" -> "pass";
            case "unsigned" -> "none";
            case "invalid." -> "fail";
            case "untrusted." -> "policy";
            case "pending" -> "temperror";
            case "sealed." -> "permerror"; // we have the key, and it was not opened
            default -> "neutral";
        };
    }
}
