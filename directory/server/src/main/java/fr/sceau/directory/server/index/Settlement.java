package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.index.Update.Fate;
import fr.sceau.directory.server.index.Update.Settled;
import java.io.IOException;
import java.util.function.Function;

/** What becomes of entries that the sources do not name any more, and of those that they name again. */
final class Settlement {
    private static final int PATIENCE = 3; // successful imports

    private final Update update;
    private final View before;
    private final Known known;
    private final Known named;

    Settlement(Update update, View before, Known known, Known named) {
        this.update = update;
        this.before = before;
        this.known = known;
        this.named = named;
    }

    void eachUnnamed(DN branch, View.Visitor visitor) throws IOException {
        before.eachBelow(branch, document -> {
            if (!isNamed(document)) {
                visitor.visit(document);
            }
        });
    }

    Settled of(DN branch, Function<Entry, Fate> fate) throws IOException {
        Counts counts = new Counts();
        before.eachBelow(branch, document -> {
            counts.all++;
            Presence presence = before.presence(document);
            if (isNamed(document)) {
                again(document, presence);
            } else if (missing(document, presence, fate) && presence.isThere()) {
                counts.missing++;
            }
        });
        return new Settled(counts.all, counts.missing);
    }

    private boolean isNamed(int document) throws IOException {
        return named.contains(before.number(document, Fields.ID));
    }

    /** Still resolvable until it has been missing often enough; false for one that is held. */
    private boolean missing(int document, Presence presence, Function<Entry, Fate> fate) throws IOException {
        Presence now = presence.missing(update.day());
        Entry bare = before.bare(document);
        Fate decided = fate.apply(bare);
        if (decided == Fate.HELD) {
            return false;
        }
        if (now.missed() >= PATIENCE && decided == Fate.COUNTED) {
            update.remove(Fields.dn(bare), document);
        } else {
            update.tally().missing++;
            update.mark(bare, presence, now);
        }
        return true;
    }

    /** An entry that has changed meanwhile was written as being there already. */
    private void again(int document, Presence presence) throws IOException {
        long id = before.number(document, Fields.ID);
        if (!presence.isThere() && known.kind(id, named.content(id)) == Known.Kind.SAME) {
            update.tally().back++;
            update.mark(before.bare(document), presence, presence.again());
        }
    }

    private static final class Counts {
        private long all;
        private long missing;
    }
}
