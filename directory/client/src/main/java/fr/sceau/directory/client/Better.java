package fr.sceau.directory.client;

import java.util.Optional;

/**
 * A mailbox to write to instead.
 *
 * @param address in lower case
 * @param name for people
 * @param organisation for people
 * @param town for people
 * @param link to the mailbox that it may stand for
 */
public record Better(
        String address,
        String name,
        MailboxType type,
        Optional<String> organisation,
        Optional<String> town,
        Link link) {
    /** What the two have in common, the closest first. */
    public enum Link {
        SAME_HOLDER("même titulaire"),
        SAME_STRUCTURE("même structure");

        private final String label;

        Link(String label) {
            this.label = label;
        }

        /** What people read, in French. */
        public String label() {
            return label;
        }
    }
}
