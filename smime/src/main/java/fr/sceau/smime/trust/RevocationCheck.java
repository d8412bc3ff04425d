package fr.sceau.smime.trust;

import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.trust.RevocationLists.Question;
import fr.sceau.smime.trust.RevocationState.Kind;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether certificates were revoked, by lists first and, where no fresh list speaks, by a responder's answer. An answer
 * that revokes counts beside a fresh list too when it is the newer of the two.
 */
final class RevocationCheck {
    private final RevocationLists lists;
    private final Optional<FetchedAnswers> answers;
    private final RevocationNeeds needs;

    RevocationCheck(RevocationLists lists, Optional<FetchedAnswers> answers, RevocationNeeds needs) {
        this.lists = lists;
        this.answers = answers;
        this.needs = needs;
    }

    /** One state for each certificate but the anchor, which is trusted by decision. */
    List<RevocationState> of(List<X509Certificate> path, List<X509Certificate> extra, Instant at) {
        return IntStream.range(0, path.size() - 1)
                .mapToObj(i -> of(new Question(path.subList(i, path.size()), extra, at, Set.of())))
                .toList();
    }

    private RevocationState of(Question question) {
        RevocationState listed = lists.of(question);
        X509Certificate issuer = question.above().get(0);
        RevocationState state = listed.is(Kind.REVOKED)
                ? listed
                : answers.flatMap(held -> held.of(question.certificate(), issuer))
                        .map(answer -> joined(listed, answer, question.at()))
                        .orElse(listed);
        needs.judged(question.certificate(), issuer, !state.is(Kind.UNKNOWN));
        return state;
    }

    private static RevocationState joined(RevocationState listed, OcspAnswer answer, Instant at) {
        boolean newer = listed.sources().stream()
                .allMatch(list -> list.thisUpdate().isBefore(answer.source().thisUpdate()));
        if (answer.revokes(at)) {
            return newer ? with(listed, Kind.REVOKED, answer) : listed;
        }
        boolean helps = listed.is(Kind.UNKNOWN) && answer.isKnown() && answer.isCurrent(at);
        return helps ? with(listed, Kind.GOOD, answer) : listed;
    }

    private static RevocationState with(RevocationState listed, Kind kind, OcspAnswer answer) {
        List<RevocationSource> sources = new ArrayList<>(listed.sources());
        sources.add(answer.source());
        return new RevocationState(kind, sources);
    }
}
