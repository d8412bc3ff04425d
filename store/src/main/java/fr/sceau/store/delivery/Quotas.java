package fr.sceau.store.delivery;

/** Whether a box would be over its limits with one more message. */
final class Quotas {
    /** Of an owner {@code o.owner} and a message of {@code o.octets}; the nearest limit counts, negative is none. */
    static final String EXCEEDED = "(" + over("messages", "1") + " OR " + over("octets", "o.octets") + ")";

    private Quotas() {}

    private static String over(String column, String more) {
        return "COALESCE((SELECT limited." + column + " >= 0 AND limited." + column + " < " + more
                + " + (SELECT COALESCE(sum(u." + column + "), 0) FROM mailbox u"
                + " WHERE u.owner = o.owner AND u.namespace = '#private')"
                + " FROM (SELECT q." + column + " FROM quota_limit q WHERE q." + column + " IS NOT NULL AND"
                + " ((q.scope = 'root' AND q.name = '#private&' || o.owner)"
                + " OR (q.scope = 'domain' AND q.name = split_part(o.owner, '@', 2))"
                + " OR q.scope = 'global')"
                + " ORDER BY CASE q.scope WHEN 'root' THEN 1 WHEN 'domain' THEN 2 ELSE 3 END LIMIT 1) limited), false)";
    }
}
