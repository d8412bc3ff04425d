package fr.sceau.store.message;

/** Pieces of SQL about flags. Keywords that differ in case only are one (RFC 3501 2.3.2). */
final class KeywordSql {
    private KeywordSql() {}

    /** Those of {@code old}, and those of {@code more} that are not among them. */
    static String union(String old, String more) {
        return old + " || ARRAY(SELECT DISTINCT ON (lower(k)) k FROM unnest(" + more + ") k"
                + " WHERE lower(k) <> ALL (ARRAY(SELECT lower(o) FROM unnest(" + old + ") o)))";
    }

    /** Those of {@code old} but for those of {@code lower}, which are in lower case. */
    static String except(String old, String lower) {
        return "ARRAY(SELECT k FROM unnest(" + old + ") k WHERE lower(k) <> ALL (" + lower + "))";
    }

    /** The keywords of a content's side record, or nothing: an array. */
    static String judged(String contentId) {
        return "coalesce((SELECT " + Judged.OF_RECORD + " FROM side_record s WHERE s.content_id = " + contentId
                + "), '{}'::text[])";
    }

    /** The six columns of a mask, in the order in which the table has them. */
    static String columns(String mask) {
        StringBuilder columns = new StringBuilder();
        for (int bit = 1; bit <= FlagSet.ALL; bit <<= 1) {
            columns.append(bit == 1 ? "" : ", ")
                    .append('(')
                    .append(mask)
                    .append(" & ")
                    .append(bit)
                    .append(") <> 0");
        }
        return columns.toString();
    }
}
