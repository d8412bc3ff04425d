package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.index.Update.Fate;
import fr.sceau.directory.server.index.Update.Settled;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Function;

/** What becomes of entries that the sources do not name any more, and of those that they name again. */
final class Settlement {
    private static final int PATIENCE = 3; // successful imports

    private final LocalDate day;
    private final View before;
    private final Writing writing;
    private final Known known;
    private final Origins origins;
    private final Column ids;
    private final Column groups;
    private final Column lines;
    private final Column left;

    Settlement(LocalDate day, View before, Writing writing, Known known, Origins origins) {
        this.day = day;
        this.before = before;
        this.writing = writing;
        this.known = known;
        this.origins = origins;
        this.ids = before.column(Fields.ID);
        this.groups = before.column(Fields.GROUP);
        this.lines = before.column(Fields.LINES);
        this.left = before.column(Fields.LEFT);
    }

    void eachUnnamed(DN branch, View.Visitor visitor) throws IOException {
        before.eachBelow(branch, document -> {
            if (!isServed(document) && !known.isNamed(ids.at(document))) {
                visitor.visit(document);
            }
        });
    }

    Settled of(DN branch, Function<Entry, Fate> fate) throws IOException {
        Counts counts = new Counts();
        before.eachBelow(branch, document -> {
            counts.all++;
            long id = ids.at(document);
            if (isServed(document)) {
                writing.same();
            } else if (!known.isNamed(id)) {
                counts.missing += missing(document, fate) ? 1 : 0;
            } else if (known.isSame(id)) {
                again(document);
            }
        });
        return new Settled(counts.all, counts.missing);
    }

    /** An entry that is missing is made of no lines, so that it is not served by those of its neighbours. */
    private boolean isServed(int document) throws IOException {
        return lines.at(document) != 0 && origins.areServed(groups.at(document));
    }

    /** Still resolvable until it has been missing often enough; false for one that is held or was missing already. */
    private boolean missing(int document, Function<Entry, Fate> fate) throws IOException {
        Presence presence = before.presence(document);
        Presence now = presence.missing(day);
        Entry bare = before.bare(document);
        Fate decided = fate.apply(bare);
        if (decided == Fate.HELD) {
            return false;
        }
        if (now.missed() >= PATIENCE && decided == Fate.COUNTED) {
            writing.remove(Fields.dn(bare), document);
        } else {
            writing.missing(bare, presence, now);
        }
        return presence.isThere();
    }

    /** An entry that has changed meanwhile was written as being there already. */
    private void again(int document) throws IOException {
        if (left.at(document) != Presence.STILL_THERE) {
            writing.back(before.bare(document), before.presence(document));
        }
    }

    void removeUnnamed(int document) throws IOException {
        long id = ids.at(document);
        if (!isServed(document) && !known.isNamed(id)) {
            known.settle(id);
            writing.remove(Fields.dn(before.bare(document)), document);
        }
    }

    private static final class Counts {
        private long all;
        private long missing;
    }
}
