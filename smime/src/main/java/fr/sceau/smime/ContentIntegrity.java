package fr.sceau.smime;

/** What vouches that encrypted content is as it was encrypted. Says nothing of who encrypted it. RFC 8551 section 6 */
public enum ContentIntegrity {
    /** The cipher's own tag. */
    TAG("Le contenu est arrivé tel qu'il a été chiffré."),
    /** A signature inside holds; by whom is the verdict's question. */
    SIGNATURE("Le contenu est arrivé tel qu'il a été signé."),
    /** Nothing: AES-CBC content can be changed by anybody who carries it. */
    NOT_GUARANTEED("Chiffré sans protection contre les modifications : l'intégrité n'est pas garantie.");

    private final String sentence;

    ContentIntegrity(String sentence) {
        this.sentence = sentence;
    }

    /** One French sentence for people. */
    public String sentence() {
        return sentence;
    }
}
