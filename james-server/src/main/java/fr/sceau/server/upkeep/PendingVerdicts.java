package fr.sceau.server.upkeep;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.LaterVerdict;
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
 * Judges again, as of the day when it came, mail whose verdict waits for revocation data. A few messages at a time, round and
 * round, so that ten thousand of them cost no more than ten. What waits is known to the database: a restart forgets nothing.
 *
 * <p>Mail that was sealed for its recipient after it was judged cannot be read again here; its verdict stays as it is.
 */
final class PendingVerdicts {
    private static final int AT_ONCE = 50;
    /** Lists drop certificates that have ended (RFC 5280 3.3): what has waited for a year waits for ever. */
    private static final Duration OLDEST = Duration.ofDays(366);

    private static final Logger LOGGER = LoggerFactory.getLogger(PendingVerdicts.class);

    private final LaterVerdicts verdicts;
    private final Contents contents;
    private final Verification verification;
    private final Clock clock;
    private Optional<Waiting> last = Optional.empty();

    @Inject
    PendingVerdicts(LaterVerdicts verdicts, Contents contents, Verification verification, Clock clock) {
        this.verdicts = verdicts;
        this.contents = contents;
        this.verification = verification;
        this.clock = clock;
    }

    /** The next few. For one thread. */
    void run() {
        try {
            Waiting from = last.orElseGet(() -> Waiting.since(clock.instant().minus(OLDEST)));
            List<Waiting> next = verdicts.after(from, AT_ONCE);
            last = next.size() < AT_ONCE ? Optional.empty() : Optional.of(next.get(AT_ONCE - 1));
            next.forEach(this::judge);
        } catch (StoreException e) {
            LOGGER.warn("verdicts that wait are not looked at: the database does not answer");
        }
    }

    private void judge(Waiting waiting) {
        Instant at = LaterVerdict.validAt(waiting.evidence()).orElse(waiting.recorded());
        try {
            LaterVerdict.of(verification.verifyAt(message(waiting.content()), at), clock.instant())
                    .ifPresent(settled -> settle(waiting, settled));
        } catch (IOException | MailetsException e) {
            LOGGER.info("message {} waits on for its verdict: {}", waiting.content(), e.getMessage());
        }
    }

    private void settle(Waiting waiting, LaterVerdict settled) {
        if (verdicts.settle(waiting.content(), settled.code(), settled.evidence())) {
            LOGGER.info("message {}: verdict pending has become {}", waiting.content(), settled.code());
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
