package fr.sceau.directory.server.certificates;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.Unfit;
import java.util.Locale;

/** Why a certificate is not served. */
public enum Refusal {
    UNREADABLE("illisible"),
    WRONG_PURPOSE("n'est pas prévu pour chiffrer du courrier"),
    SHORT_KEY("clé trop courte"),
    KEY_TYPE("type de clé inconnu"),
    NO_AUTHORITIES("aucune autorité utilisable dans trust/"),
    NO_TRUSTED_PATH("n'est pas émis par une autorité de trust/"),
    TEST_CERTIFICATE("certificat de TEST, et l'installation n'est pas en mode test"),
    EXPIRED("expiré"),
    NOT_YET_VALID("pas encore valable"),
    REVOKED("révoqué"),
    /** Not judged, for whatever reason. */
    NOT_CHECKED("n'a pas pu être vérifié"),

    NO_MAILBOX("le nom du fichier n'est l'adresse d'aucune boîte"),
    OTHER_ADDRESS("nomme une autre adresse"),
    OTHER_HOLDER("nomme un autre titulaire que celui de la boîte"),
    /** Nobody has proved it: a file of the operator is proof for a mailbox of the house only. */
    NOT_BOUND("boîte d'un autre opérateur : à lier par ./sceau directory bind"),

    /** Of a binding: the mailbox has come to the house since. */
    OF_THE_HOUSE("boîte de la maison désormais : à déposer dans own/certificates"),
    /** Of a binding: it may come back. */
    NOT_PUBLISHED("la boîte n'est plus publiée"),
    /** Of a binding: whose the mailbox is cannot be compared today. */
    HOLDER_UNKNOWN("l'annuaire ne dit pas à qui est la boîte"),
    /** Of a binding, which is dropped. */
    PASSED_ON("la boîte a changé de titulaire");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    static Refusal of(Unfit unfit) {
        return valueOf(unfit.name());
    }

    /** Of those that can be said of a path; any other is none that we know to be harmless. */
    static Refusal of(Doubt doubt) {
        return switch (doubt) {
            case TEST_CERTIFICATE -> TEST_CERTIFICATE;
            case EXPIRED -> EXPIRED;
            case NOT_YET_VALID -> NOT_YET_VALID;
            case REVOKED -> REVOKED;
            case NO_TRUSTED_PATH, ISSUER_AWAITED -> NO_TRUSTED_PATH;
            default -> NOT_CHECKED;
        };
    }

    /** For people, in French. */
    public String sentence() {
        return sentence;
    }

    /** Stable lower-case word, for the log. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
