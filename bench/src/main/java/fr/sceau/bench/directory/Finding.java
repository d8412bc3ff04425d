package fr.sceau.bench.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the answers of one server to the questions of one kind are worth.
 *
 * @param exact questions of which every answer was right
 * @param cut questions with more answers than were asked for
 * @param missing entries that the answers lack
 * @param wrong entries that should not be there
 * @param refused questions to which the server said no
 * @param sought questions that gave the entry that whoever asked has in mind
 * @param examples of questions that are not exact
 */
record Finding(
        int asked, int exact, int cut, long missing, long wrong, int refused, int sought, List<String> examples) {
    private static final int EXAMPLES = 3;

    Finding {
        examples = List.copyOf(examples);
    }

    static Finding of(Server server, Collection<Truth> truths) {
        Finding all = new Finding(0, 0, 0, 0, 0, 0, 0, List.of());
        for (Truth truth : truths) {
            Collection<Answer> answers = server.answers().to(truth.question());
            if (!answers.isEmpty()) {
                all = all.plus(of(truth, answers));
            }
        }
        return all;
    }

    private static Finding of(Truth truth, Collection<Answer> answers) {
        String sought = Answer.normal(truth.question().sought());
        boolean exact = answers.stream().allMatch(truth::isExact);
        return new Finding(
                1,
                exact ? 1 : 0,
                answers.stream().anyMatch(Answer::isCut) ? 1 : 0,
                answers.stream().mapToLong(truth::missing).max().orElse(0),
                answers.stream().mapToLong(truth::wrong).max().orElse(0),
                answers.stream().anyMatch(Answer::isRefusal) ? 1 : 0,
                answers.stream().allMatch(answer -> answer.names().contains(sought)) ? 1 : 0,
                exact ? List.of() : List.of(example(truth, answers)));
    }

    private static String example(Truth truth, Collection<Answer> answers) {
        Answer answer =
                answers.stream().filter(one -> !truth.isExact(one)).findFirst().orElseThrow();
        return "« %s » : %s, manquent %d (%s), en trop %d"
                .formatted(
                        truth.question().typed(),
                        answer.code().getName(),
                        truth.missing(answer),
                        String.join(" ; ", truth.examples(answer)),
                        truth.wrong(answer));
    }

    private Finding plus(Finding other) {
        List<String> both = new ArrayList<>(examples);
        both.addAll(other.examples);
        return new Finding(
                asked + other.asked,
                exact + other.exact,
                cut + other.cut,
                missing + other.missing,
                wrong + other.wrong,
                refused + other.refused,
                sought + other.sought,
                both.subList(0, Math.min(both.size(), EXAMPLES)));
    }

    boolean isExact() {
        return exact == asked;
    }
}
