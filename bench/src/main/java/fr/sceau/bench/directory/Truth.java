package fr.sceau.bench.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a question should find. Of the entries that were given by a server it is remembered which are right; of the others only
 * how many there are, since one question may fit half the country.
 */
final class Truth {
    private static final int EXAMPLES = 3;

    private final Question question;
    private final Rule rule;
    private final Set<String> given = new HashSet<>();
    private final Set<String> right = new HashSet<>();
    private final List<String> notGiven = new ArrayList<>();
    private long size;

    /** @param servers that were asked */
    Truth(Question question, List<Server> servers) {
        this.question = question;
        this.rule = question.rule().folded();
        servers.forEach(server -> server.answers().to(question).forEach(answer -> given.addAll(answer.names())));
    }

    Question question() {
        return question;
    }

    Rule rule() {
        return rule;
    }

    void look(FoldedEntry entry) {
        if (!entry.isBelow(question.base()) || !rule.holds(entry)) {
            return;
        }
        size++;
        String name = Answer.normal(entry.name());
        if (given.contains(name)) {
            right.add(name);
        } else if (notGiven.size() < EXAMPLES) {
            notGiven.add(name);
        }
    }

    /** Entries in an answer that do not belong there, or are there twice. */
    long wrong(Answer answer) {
        return answer.repeated()
                + answer.names().stream().filter(name -> !right.contains(name)).count();
    }

    /** Entries that an answer lacks; one that was cut has as many as were asked for, and nobody said which. */
    long missing(Answer answer) {
        long found = answer.names().stream().filter(right::contains).count();
        long wanted = answer.isCut() ? Math.min(size, Thunderbird.MOST) : size;
        return Math.max(0, wanted - found);
    }

    /** Some of them. */
    List<String> examples(Answer answer) {
        return Stream.concat(right.stream().filter(name -> !answer.names().contains(name)), notGiven.stream())
                .limit(EXAMPLES)
                .toList();
    }

    /** A cut answer to a question that fits no more entries than were asked for is not an answer to it. */
    boolean isExact(Answer answer) {
        boolean needlesslyCut = answer.isCut() && size <= Thunderbird.MOST;
        return !answer.isRefusal() && !needlesslyCut && wrong(answer) == 0 && missing(answer) == 0;
    }
}
