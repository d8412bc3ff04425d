package fr.sceau.system.model;

import java.util.Set;

/** Answers by the rights that there were from the moment at which the command was sent until it was answered. */
final class Judge {
    private Judge() {}

    static Outcome of(Exchange answer, Sure may) {
        if (answer.ok()) {
            check(may != Sure.NO, answer, "was done without the right to it");
            return Outcome.DONE;
        }
        boolean refused = answer.closed() || may != Sure.YES && answer.status().startsWith("NO");
        check(refused, answer, "was refused without reason");
        return may == Sure.NO ? Outcome.REFUSED : Outcome.PERHAPS;
    }

    /** BYE: only where a mailbox that the session opened was perhaps not readable at some moment since its last command. */
    static void closing(Standing standing, Set<Long> selected, long since, Exchange answer) {
        boolean ended =
                selected.stream().anyMatch(box -> standing.may(Need.of(box, "lr"), since, answer.end()) != Sure.YES);
        check(ended, answer, "closed the session without reason");
    }

    /** Who may not read a mailbox hears nothing of it. */
    static void silent(Standing standing, long box, Exchange answer) {
        if (standing.may(Need.of(box, "r"), answer.start(), answer.end()) == Sure.NO) {
            check(
                    answer.lines().stream().noneMatch(Line::news),
                    answer,
                    "told news of a mailbox that is not to be read");
        }
    }

    private static void check(boolean holds, Exchange answer, String fault) {
        if (!holds) {
            throw new Contradiction(answer.command() + " " + fault + ": " + answer.status());
        }
    }
}
