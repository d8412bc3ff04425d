package fr.sceau.store.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;

/** Flags as the tables hold them: one bit each (here a mask), and keywords. Those of {@link Judged} are not among them. */
record FlagSet(int mask, List<String> keywords) {
    static final int ANSWERED = 1;
    static final int DELETED = 2;
    static final int DRAFT = 4;
    static final int FLAGGED = 8;
    static final int RECENT = 16;
    static final int SEEN = 32;
    static final int ALL = 63;

    /** The mask of a message {@code m}. */
    static final String MASK = "(m.answered::int | (m.deleted::int << 1) | (m.draft::int << 2) | (m.flagged::int << 3)"
            + " | (m.recent::int << 4) | (m.seen::int << 5))";

    private static final Map<Flags.Flag, Integer> BITS = Map.of(
            Flags.Flag.ANSWERED, ANSWERED,
            Flags.Flag.DELETED, DELETED,
            Flags.Flag.DRAFT, DRAFT,
            Flags.Flag.FLAGGED, FLAGGED,
            Flags.Flag.RECENT, RECENT,
            Flags.Flag.SEEN, SEEN);

    FlagSet {
        keywords = List.copyOf(keywords);
    }

    static FlagSet of(Flags flags) {
        int mask = 0;
        for (Flags.Flag flag : flags.getSystemFlags()) {
            mask |= BITS.getOrDefault(flag, 0); // \* is no flag of a message
        }
        return new FlagSet(mask, List.of(Judged.without(flags).getUserFlags()));
    }

    /** Reads a mask and keywords from two neighbouring columns. */
    static FlagSet read(ResultSet row, int column) throws SQLException {
        return new FlagSet(row.getInt(column), words(row, column + 1));
    }

    /** Reads an array of keywords. */
    static List<String> words(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    boolean seen() {
        return (mask & SEEN) != 0;
    }

    /** @param judged keywords of the side record */
    Flags toFlags(List<String> judged) {
        Flags flags = new Flags();
        BITS.forEach((flag, bit) -> {
            if ((mask & bit) != 0) {
                flags.add(flag);
            }
        });
        keywords.forEach(flags::add);
        judged.forEach(flags::add);
        return flags;
    }
}
