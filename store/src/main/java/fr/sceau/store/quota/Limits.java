package fr.sceau.store.quota;

import fr.sceau.store.database.Sql;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.james.core.Domain;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.model.Quota.Scope;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.MaxQuotaManager.QuotaDetails;
import org.jspecify.annotations.Nullable;

/** The rows of {@code quota_limit}; -1 is a limit that says « unlimited », an empty column none at all. */
final class Limits {
    private final Sql sql;

    Limits(DataSource database) {
        this.sql = new Sql(database);
    }

    /** All that concerns a root, in one question: every message that comes asks it. */
    QuotaDetails of(QuotaRoot root) {
        Map<Scope, QuotaCountLimit> messages = new EnumMap<>(Scope.class);
        Map<Scope, QuotaSizeLimit> octets = new EnumMap<>(Scope.class);
        for (Row row : rows(root)) {
            row.messages().ifPresent(limit -> messages.put(row.scope(), count(limit)));
            row.octets().ifPresent(limit -> octets.put(row.scope(), size(limit)));
        }
        return new QuotaDetails(messages, octets);
    }

    Optional<Long> get(Holder holder, Kind kind) {
        return sql.first(
                "SELECT " + kind.column + " FROM quota_limit WHERE scope = ? AND name = ? AND " + kind.column
                        + " IS NOT NULL",
                row -> row.getLong(1),
                holder.scope(),
                holder.name());
    }

    /** No limit: the one there was is taken away. */
    void set(Holder holder, Kind kind, @Nullable Long limit) {
        sql.update(
                "INSERT INTO quota_limit (scope, name, " + kind.column + ") VALUES (?, ?, ?::bigint)"
                        + " ON CONFLICT (scope, name) DO UPDATE SET " + kind.column + " = excluded." + kind.column,
                holder.scope(),
                holder.name(),
                limit);
    }

    static QuotaCountLimit count(long limit) {
        return limit < 0 ? QuotaCountLimit.unlimited() : QuotaCountLimit.count(limit);
    }

    static QuotaSizeLimit size(long limit) {
        return limit < 0 ? QuotaSizeLimit.unlimited() : QuotaSizeLimit.size(limit);
    }

    private List<Row> rows(QuotaRoot root) {
        return sql.query(
                "SELECT scope, messages, octets FROM quota_limit WHERE (scope = 'root' AND name = ?)"
                        + " OR (scope = 'domain' AND name = ?) OR scope = 'global'",
                row -> new Row(
                        scope(row.getString(1)),
                        Optional.ofNullable(row.getObject(2, Long.class)),
                        Optional.ofNullable(row.getObject(3, Long.class))),
                root.getValue(),
                root.getDomain().map(Domain::asString).orElse(null));
    }

    private static Scope scope(String column) {
        return switch (column) {
            case "root" -> Scope.User;
            case "domain" -> Scope.Domain;
            default -> Scope.Global;
        };
    }

    private record Row(Scope scope, Optional<Long> messages, Optional<Long> octets) {}

    /** What is limited. */
    enum Kind {
        MESSAGES("messages"),
        OCTETS("octets");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /** Whom a limit is set for. */
    record Holder(String scope, String name) {
        static final Holder GLOBAL = new Holder("global", "");

        static Holder of(QuotaRoot root) {
            return new Holder("root", root.getValue());
        }

        static Holder of(Domain domain) {
            return new Holder("domain", domain.asString());
        }
    }
}
