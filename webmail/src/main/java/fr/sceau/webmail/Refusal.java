package fr.sceau.webmail;

import java.util.Locale;

/** Everything the webmail may answer other than what was asked: HTTP status and one French sentence. */
public enum Refusal {
    LOGIN_REFUSED(401, "L'adresse ou le mot de passe n'est pas reconnu."),
    TOO_MANY_LOGINS(429, "Trop d'essais de connexion : attendez quelques minutes avant de recommencer."),
    SESSION_ENDED(401, "La session est terminée : reconnectez-vous."),
    FORBIDDEN(403, "Cette demande n'est pas admise : rechargez la page et recommencez."),
    NOT_FOUND(404, "Cette page n'existe pas."),
    NO_SUCH_MESSAGE(404, "Ce message n'est plus dans la boîte."),
    BAD_REQUEST(400, "Cette demande n'est pas comprise."),
    BAD_RECIPIENT(422, "Une adresse de destinataire n'est pas valable."),
    NO_RECIPIENT(422, "Indiquez au moins un destinataire."),
    TOO_LARGE(413, "Le message dépasse la taille admise."),
    SUBMISSION_REFUSED(422, "Le serveur a refusé le message ; il n'a pas été envoyé."),
    SUBMISSION_AWAY(503, "Le service d'envoi ne répond pas : le message n'a pas été envoyé, recommencez plus tard."),
    OUTCOME_UNKNOWN(
            502,
            "La liaison a été coupée pendant l'envoi : vérifiez auprès du destinataire avant d'envoyer de nouveau."),
    MAIL_SERVER_AWAY(503, "La messagerie ne répond pas : recommencez dans un instant."),
    BAD_CONFIGURATION(500, "La configuration du service est incomplète."),
    FAULT(500, "Une erreur est survenue ; elle est inscrite au journal du service.");

    private final int status;
    private final String sentence;

    Refusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** Stable code for the pages and for tests, such as {@code login-refused}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** One French sentence for people. */
    public String sentence() {
        return sentence;
    }
}
