package fr.sceau.store.message;

import java.util.List;

/**
 * Flags that whoever copies or moves may set where the messages go; they arrive without the others, from their first moment.
 *
 * @param seen {@code \Seen}
 * @param deleted {@code \Deleted}
 * @param others all others, keywords too
 */
// RFC 4314 4: s for \Seen, t for \Deleted, w for all others, with COPY too
public record PermittedFlags(boolean seen, boolean deleted, boolean others) {
    public static final PermittedFlags ALL = new PermittedFlags(true, true, true);

    FlagSet among(FlagSet flags) {
        int mask = seen ? FlagSet.SEEN : 0;
        mask |= deleted ? FlagSet.DELETED : 0;
        mask |= others ? FlagSet.ALL & ~FlagSet.SEEN & ~FlagSet.DELETED : 0;
        return new FlagSet(flags.mask() & mask, others ? flags.keywords() : List.of());
    }
}
