package fr.sceau.server.upkeep;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.LaterVerdict;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.mailets.verify.InstallationTrust;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.RawMessage;
import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.delivery.LaterVerdicts;
import fr.sceau.store.delivery.LaterVerdicts.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges again, as of the day when it came, mail whose verdict waits for revocation data or for the certificate of the signer's
 * authority. A few messages at a time, so
 * that ten thousand of them are no more of a load than ten; after a round it rests until there is news, or for ten minutes, as
 * the operator may have put a list there. What waits is known to the database: a restart forgets nothing.
 *
 * <p>Mail that was sealed for its recipient after it was judged cannot be read again here, and of mail that was opened inside
 * signatures those are gone; such a verdict stays as it is.
 */
final class PendingVerdicts {
    private static final int AT_ONCE = 50;
    /** Lists drop certificates that have ended (RFC 5280 3.3): what has waited for a year waits for ever. */
    private static final Duration OLDEST = Duration.ofDays(366);
    /** A week-end and more; anybody can name an authority that never comes. */
    private static final Duration OLDEST_AWAITED = Duration.ofDays(7);

    private static final Duration REST = Duration.ofMinutes(10);

    private static final Logger LOGGER = LoggerFactory.getLogger(PendingVerdicts.class);

    private final LaterVerdicts verdicts;
    private final Contents contents;
    private final Verification verification;
    private final Clock clock;
    private final InstallationTrust trust;
    private final Trace trace;
    private Optional<Waiting> last = Optional.empty();
    private Instant roundBegan = Instant.EPOCH;
    private long newsThen;

    @Inject
    PendingVerdicts(
            LaterVerdicts verdicts,
            Contents contents,
            Verification verification,
            InstallationTrust trust,
            Trace trace,
            Clock clock) {
        this.trace = trace;
        this.trust = trust;
        this.verdicts = verdicts;
        this.contents = contents;
        this.verification = verification;
        this.clock = clock;
    }

    /** The next few, if it is time. For one thread. */
    void run() {
        if (last.isEmpty() && isResting()) {
            return;
        }
        try {
            next().forEach(this::judge);
        } catch (StoreException | MailetsException e) {
            LOGGER.warn("verdicts that wait are not looked at for now: {}", e.getMessage());
        }
    }

    private boolean isResting() {
        Instant now = clock.instant();
        if (trust.news() == newsThen && now.isBefore(roundBegan.plus(REST))) {
            return true;
        }
        roundBegan = now;
        newsThen = trust.news();
        return false;
    }

    private List<Waiting> next() {
        Instant now = clock.instant();
        Waiting from = last.orElseGet(() -> Waiting.since(now.minus(OLDEST)));
        List<Waiting> next = verdicts.after(from, now.minus(OLDEST_AWAITED), AT_ONCE);
        last = next.size() < AT_ONCE ? Optional.empty() : Optional.of(next.get(AT_ONCE - 1));
        return next;
    }

    private void judge(Waiting waiting) {
        if (!LaterVerdict.isPossible(waiting.evidence())) {
            return;
        }
        Instant at = LaterVerdict.validAt(waiting.evidence()).orElse(waiting.recorded());
        try {
            LaterVerdict.of(verification.verifyAt(message(waiting.content()), at), clock.instant())
                    .ifPresent(settled -> settle(waiting, settled));
        } catch (IOException e) {
            LOGGER.warn("message {} cannot be read for its verdict", waiting.content());
        }
    }

    private void settle(Waiting waiting, LaterVerdict settled) {
        if (verdicts.settle(waiting.content(), settled.code(), settled.evidence())) {
            LOGGER.info("message {}: the verdict that waited has become {}", waiting.content(), settled.code());
            verdicts.places(waiting.content())
                    .forEach(place -> trace.write(TraceEntry.of(Event.SETTLED)
                            .with(Field.MAILBOX, place.owner())
                            .with(Field.FOLDER, Long.toString(place.folder()))
                            .with(Field.UIDS, Long.toString(place.uid()))
                            .with(Field.VERDICT, settled.code())));
        }
    }

    private RawMessage message(UUID content) {
        return new RawMessage() {
            @Override
            public InputStream open() {
                return contents.open(content);
            }

            @Override
            public long size() throws IOException {
                try (InputStream in = open()) {
                    return in.transferTo(OutputStream.nullOutputStream());
                }
            }
        };
    }
}
