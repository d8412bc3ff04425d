package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All different answers that one server gave to each question. Safe for many threads. */
final class Answers {
    private final Map<Question, Map<Long, Answer>> answers = new ConcurrentHashMap<>();

    void note(Question question, ResultCode code, List<SearchResultEntry> entries) {
        answers.computeIfAbsent(question, asked -> new ConcurrentHashMap<>())
                .computeIfAbsent(Answer.fingerprint(code, entries), first -> Answer.of(code, entries));
    }

    /** None when it was not asked. */
    Collection<Answer> to(Question question) {
        return answers.getOrDefault(question, Map.of()).values();
    }
}
