package fr.sceau.directory.server.reconciling;

/**
 * Where the table of the house and the extraction disagree.
 *
 * @param address in lower case
 */
public record Difference(String address, Kind kind) {
    /** In which way. */
    public enum Kind {
        NOT_PUBLISHED("absente de l'annuaire national"),
        NOT_OURS("dans l'annuaire national, mais pas dans own/mailboxes.tsv"),
        RED_LISTED("publiée, bien que sur liste rouge"),
        OTHER_TYPE("publiée sous un autre type"),
        OTHER_HOLDER("publiée pour un autre titulaire"),
        OTHER_STRUCTURE("publiée pour une autre structure");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** For people, in French. */
        public String sentence() {
            return sentence;
        }
    }
}
