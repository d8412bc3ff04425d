package fr.sceau.server.correspondents;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.outcome.DeliveryMemory;
import fr.sceau.mailets.outcome.Failure;
import fr.sceau.mailets.outcome.Failure.Blame;
import fr.sceau.server.accounts.JdbcSubmissionLedger;
import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

/**
 * What became of our mail, in PostgreSQL. A success within the hour is not written again; failures count once a day, so that
 * one bad morning of an operator closes no mailbox.
 */
@Singleton
public final class JdbcDeliveryMemory implements DeliveryMemory {
    private static final Duration OFTEN_ENOUGH = Duration.ofHours(1);

    /** An operator that answers 250 and sends a notice afterwards does so within days. */
    private static final Duration BELIEVED = Duration.ofDays(3);

    private static final String TAKEN_OVER = """
            INSERT INTO correspondent AS known (address, last_success) SELECT unnest(?), ?
            ON CONFLICT (address) DO UPDATE SET
                last_success = CASE WHEN known.by_notice THEN known.last_success ELSE excluded.last_success END,
                taken_since = CASE WHEN known.by_notice THEN excluded.last_success END,
                closed_days = CASE WHEN known.by_notice THEN known.closed_days ELSE 0 END,
                failing_days = CASE WHEN known.by_notice THEN known.failing_days ELSE 0 END,
                too_large = CASE WHEN known.too_large > ? THEN known.too_large END
            WHERE known.too_large <= ? OR CASE WHEN known.by_notice THEN known.taken_since IS NULL
                ELSE known.last_success IS NULL OR known.last_success < ? OR known.closed_days + known.failing_days > 0 END
            """;
    private static final String BELIEVE = """
            UPDATE correspondent SET last_success = ?, closed_days = 0, failing_days = 0, by_notice = false, taken_since = NULL
            WHERE address = ANY (?) AND by_notice AND taken_since < ?
            """;
    private static final String ARRIVED = """
            INSERT INTO correspondent AS known (address, last_success, formats) VALUES (?, ?, ?)
            ON CONFLICT (address) DO UPDATE SET last_success = excluded.last_success, closed_days = 0, failing_days = 0,
                by_notice = false, taken_since = NULL,
                too_large = CASE WHEN known.too_large > ? THEN known.too_large END,
                formats = ARRAY(SELECT DISTINCT unnest(known.formats || excluded.formats) ORDER BY 1)
            """;
    private static final String FAILED = """
            INSERT INTO correspondent AS known (address, last_failure, code, closed_days, failing_days, by_notice)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (address) DO UPDATE SET last_failure = excluded.last_failure, code = excluded.code,
                by_notice = excluded.by_notice, taken_since = NULL,
                closed_days = known.closed_days + CASE WHEN known.closed_days > 0 AND known.last_failure >= ?
                    THEN 0 ELSE excluded.closed_days END,
                failing_days = known.failing_days + CASE WHEN known.failing_days > 0 AND known.last_failure >= ?
                    THEN 0 ELSE excluded.failing_days END
            """;
    private static final String TOO_LARGE = """
            INSERT INTO correspondent AS known (address, too_large, too_large_at) VALUES (?, ?, ?)
            ON CONFLICT (address) DO UPDATE SET
                too_large = LEAST(known.too_large, excluded.too_large), too_large_at = excluded.too_large_at
            """;
    private static final String SUBMITTED = """
            SELECT octets FROM submission WHERE message_id = ?
            AND login IN (SELECT ? UNION ALL SELECT person FROM delegation WHERE box = ?)
            """;

    private final Sql sql;
    private final Clock clock;

    @Inject
    public JdbcDeliveryMemory(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    @Override
    public void tookOver(Collection<String> addresses, long octets) {
        List<String> kept = addresses.stream()
                .filter(JdbcDeliveryMemory::isKept)
                .distinct()
                .sorted() // two mails at once take the rows in one order
                .toList();
        Instant now = clock.instant();
        if (!kept.isEmpty()) {
            asked(() -> sql.update(BELIEVE, now, Sql.texts(kept), now.minus(BELIEVED)));
            asked(() -> sql.update(TAKEN_OVER, Sql.texts(kept), now, octets, octets, now.minus(OFTEN_ENOUGH)));
        }
    }

    @Override
    public void refused(String address, Failure failure, long octets) {
        failed(address, failure, octets, false);
    }

    @Override
    public void cameBack(String address, Failure failure, long octets) {
        failed(address, failure, octets, true);
    }

    private void failed(String address, Failure failure, long octets, boolean byNotice) {
        if (!isKept(address)) {
            return;
        }
        if (failure.isOfSize() && octets > 0) {
            asked(() -> sql.update(TOO_LARGE, address, octets, clock.instant()));
        }
        if (failure.blame() != Blame.MESSAGE) {
            failed(address, failure, byNotice);
        }
    }

    private void failed(String address, Failure failure, boolean byNotice) {
        Instant now = clock.instant();
        Instant today = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        int closed = failure.blame() == Blame.CLOSED ? 1 : 0;
        asked(() -> sql.update(FAILED, address, now, failure.code(), closed, 1 - closed, byNotice, today, today));
    }

    @Override
    public void arrived(String address, Set<String> formats, long octets) {
        if (isKept(address)) {
            asked(() -> sql.update(ARRIVED, address, clock.instant(), Sql.texts(formats), octets));
        }
    }

    @Override
    public OptionalLong submitted(String mailbox, String messageId) {
        return asked(() -> sql.query(
                        SUBMITTED, row -> row.getLong(1), JdbcSubmissionLedger.digest(messageId), mailbox, mailbox))
                .stream()
                .mapToLong(Long::longValue)
                .max();
    }

    /** Addresses of patients are patient identity. */
    private static boolean isKept(String address) {
        return !address.contains("@patient.");
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreException e) {
            throw MailetsException.away("the fate of a mail is not remembered", e);
        }
    }
}
