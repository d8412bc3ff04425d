package fr.sceau.smime.fetch;

import fr.sceau.smime.fetch.Download.Result;
import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.OcspQuestion;
import fr.sceau.smime.trust.SourceOutcome;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;

/** Asks responders about certificates of which nothing fresh was known. */
final class AnswerQuest {
    private static final int MOST_OCTETS = 64 << 10;
    private static final int MOST_QUESTIONS = 500;
    /** About a quarter of an hour; whoever still wants to know has asked again by then. */
    private static final int MOST_FAILURES = 5;

    private final FetchedAnswers answers;
    private final Download download;
    private final SourceReport report;
    private final Map<X509Certificate, Open> open = new ConcurrentHashMap<>();

    private record Open(X509Certificate issuer, List<URI> responders, Attempts attempts) {}

    AnswerQuest(FetchedAnswers answers, Download download, SourceReport report) {
        this.answers = answers;
        this.download = download;
        this.report = report;
    }

    void judged(X509Certificate certificate, X509Certificate issuer, boolean known) {
        if (known) {
            open.remove(certificate);
        } else if (open.size() < MOST_QUESTIONS) {
            List<URI> responders = Addresses.responders(certificate);
            if (!responders.isEmpty()) {
                open.putIfAbsent(certificate, new Open(issuer, responders, new Attempts()));
            }
        }
    }

    /** Their lists have come: who still misses something asks again. */
    void drop(Set<X500Principal> issuers) {
        open.keySet().removeIf(certificate -> issuers.contains(certificate.getIssuerX500Principal()));
    }

    void run(Instant now) {
        open.forEach((certificate, question) -> {
            if (question.attempts().isDue(now)) {
                ask(certificate, question, now);
            }
        });
    }

    private void ask(X509Certificate certificate, Open question, Instant now) {
        for (URI responder : question.responders()) {
            SourceOutcome outcome = outcome(responder, new OcspQuestion(certificate, question.issuer()), now);
            report.asked(responder, outcome);
            if (outcome.isGood()) {
                open.remove(certificate);
                return;
            }
        }
        question.attempts().failed(now);
        if (question.attempts().failures() >= MOST_FAILURES) {
            open.remove(certificate);
        }
    }

    private SourceOutcome outcome(URI responder, OcspQuestion question, Instant now) {
        Result result =
                download.post(responder, "application/ocsp-request", question.encoded(), MOST_OCTETS); // RFC 6960 A.1
        if (result instanceof Result.Content content) {
            try {
                return answers.offer(question, content.octets(), now);
            } catch (IOException e) {
                return SourceOutcome.NOT_WRITTEN;
            }
        }
        return ((Result.Failed) result).outcome();
    }
}
