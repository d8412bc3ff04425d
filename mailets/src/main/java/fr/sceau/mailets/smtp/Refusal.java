package fr.sceau.mailets.smtp;

import fr.sceau.smime.SignatureVerdict;
import java.text.Normalizer;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;

/**
 * Why something is not accepted.
 *
 * @param reply SMTP reply code (RFC 5321 4.2)
 * @param enhanced enhanced status code (RFC 3463)
 * @param code stable word for programs
 * @param sentence French sentence for people; names no patient, path or mechanism
 */
public record Refusal(String reply, String enhanced, String code, String sentence) {
    public static final Refusal TRY_LATER = new Refusal(
            "451", "4.3.0", "try-later", "Le service est momentanément indisponible ; l'envoi sera repris plus tard.");
    public static final Refusal LOGIN_REQUIRED =
            new Refusal("530", "5.7.0", "login-required", "Identifiez-vous avant d'envoyer.");
    public static final Refusal TLS_REQUIRED = new Refusal(
            "530", "5.7.0", "tls-required", "Ce port exige une connexion chiffrée et un certificat d'opérateur.");
    public static final Refusal PEER_WITHOUT_CERTIFICATE =
            new Refusal("550", "5.7.1", "peer-without-certificate", "Aucun certificat d'opérateur n'a été présenté.");
    public static final Refusal PEER_NOT_LISTED =
            new Refusal("550", "5.7.1", "peer-not-listed", "Cet opérateur ne figure pas dans l'espace de confiance.");
    public static final Refusal PEER_NOT_FOR_DOMAIN = new Refusal(
            "550", "5.7.1", "peer-not-for-domain", "Cet opérateur n'envoie pas pour le domaine de l'expéditeur.");
    public static final Refusal NO_RELAY =
            new Refusal("550", "5.7.1", "no-relay", "Ce serveur ne relaie pas vers d'autres domaines.");
    public static final Refusal MAILBOX_UNKNOWN =
            new Refusal("550", "5.1.1", "mailbox-unknown", "Cette boîte n'existe pas.");
    public static final Refusal SENDER_NOT_YOURS = new Refusal(
            "550", "5.7.1", "sender-not-yours", "L'expéditeur indiqué n'est pas une boîte que vous pouvez employer.");
    public static final Refusal RECIPIENT_OUTSIDE = new Refusal(
            "550",
            "5.7.1",
            "recipient-outside-trust-space",
            "Ce destinataire n'appartient pas à l'espace de confiance.");
    public static final Refusal RECIPIENT_WITHOUT_CERTIFICATE = new Refusal(
            "550",
            "5.7.1",
            "recipient-without-certificate",
            "Le chiffrement est exigé et un destinataire n'a pas de certificat.");
    public static final Refusal TOO_LARGE =
            new Refusal("552", "5.3.4", "too-large", "Le message dépasse la taille admise.");
    public static final Refusal LINE_TOO_LONG =
            new Refusal("550", "5.6.0", "line-too-long", "Une ligne du message est trop longue pour être conservée.");
    public static final Refusal SIZE_UNREADABLE =
            new Refusal("501", "5.5.4", "size-unreadable", "Le paramètre SIZE est illisible.");
    public static final Refusal MALFORMED =
            new Refusal("550", "5.6.0", "malformed", "Le message est incomplet ou mal formé.");
    public static final Refusal ENCRYPTION_DAMAGED =
            new Refusal("550", "5.6.0", "encryption-damaged", "Le chiffrement du message est abîmé ou refusé.");
    public static final Refusal UNSIGNED =
            new Refusal("550", "5.7.1", "unsigned", "Le message doit être signé et ne l'est pas.");
    public static final Refusal NOT_PERSONAL = new Refusal(
            "550", "5.7.1", "not-personal", "Le message doit porter la signature personnelle de l'expéditeur.");
    public static final Refusal ALREADY_ACCEPTED = new Refusal(
            "550", "5.5.0", "already-accepted", "Ce message a déjà été accepté ; il n'est pas envoyé deux fois.");

    /** A signature that policy does not let through, under the verdict's own code and sentence. */
    public static Refusal of(SignatureVerdict verdict) {
        return new Refusal("550", "5.7.1", verdict.code(), verdict.sentence());
    }

    /** A recipient's certificate that may not be used, under the reason's own code. */
    public static Refusal recipientCertificate(String reason) {
        return new Refusal(
                "550",
                "5.7.1",
                "recipient-certificate-" + reason,
                "Le chiffrement est exigé et le certificat d'un destinataire ne peut pas servir.");
    }

    /** What follows the reply code: {@code 5.7.1 [unsigned] Le message doit etre signe…}. */
    public String text() {
        return enhanced + " [" + code + "] " + ascii(sentence);
    }

    public boolean isTransient() {
        return reply.startsWith("4");
    }

    public HookResult toHookResult() {
        return HookResult.builder()
                .hookReturnCode(isTransient() ? HookReturnCode.denySoft() : HookReturnCode.deny())
                .smtpReturnCode(reply)
                .smtpDescription(text())
                .build();
    }

    /** RFC 5321 4.2: reply texts are ASCII. */
    private static String ascii(String sentence) {
        return Normalizer.normalize(
                        sentence.replace('\u2019', '\'').replace("\u0153", "oe").replace('\u00a0', ' '),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]", "?");
    }
}
