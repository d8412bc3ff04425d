package fr.sceau.webmail.writing;

import java.util.Objects;
import java.util.Optional;

/**
 * What was typed in the form.
 *
 * @param to addresses separated by commas or semicolons
 * @param answers the message it answers, if it answers one
 */
record Draft(String to, String cc, String subject, String text, Optional<Answered> answers) {
    Draft {
        Objects.requireNonNull(to);
        Objects.requireNonNull(cc);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }

    /** A message of the mailbox. */
    record Answered(String folder, String id) {}

    @Override
    public String toString() {
        return "Draft[…]";
    }
}
