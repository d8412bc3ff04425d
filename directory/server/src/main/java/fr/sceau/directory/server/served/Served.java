package fr.sceau.directory.server.served;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.entries.Decision;
import fr.sceau.directory.server.entries.Nation;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.entries.ServedCertificates;
import fr.sceau.directory.server.entries.Tree;
import fr.sceau.directory.server.index.Found;
import fr.sceau.directory.server.index.Found.End;
import fr.sceau.directory.server.index.Question;
import fr.sceau.directory.server.index.Reading;
import fr.sceau.directory.server.search.Hit;
import fr.sceau.directory.server.search.Overlay;
import fr.sceau.directory.server.sources.Content;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** One state of the directory. Immutable; safe for many threads. */
public final class Served implements AutoCloseable {
    private final Reading country;
    private final Nation nation;
    private final Map<Audience, Overlay> overlays = new EnumMap<>(Audience.class);
    /** Red-listed mailboxes: of these the country tells nothing either. */
    private final Set<DN> hidden;

    private final Set<String> trustSpace;
    private final List<Decision> decisions;
    private final long mark = ThreadLocalRandom.current().nextLong();

    /** @param country closed with this */
    public Served(Reading country, Content own, Schema schema) {
        this.country = country;
        this.nation = new IndexedNation(country);
        this.hidden = own.redListed().stream().map(NationalEntries::mailbox).collect(Collectors.toSet());
        this.trustSpace = own.trustSpace();
        this.decisions = ServedCertificates.of(nation, own).decisions();
        overlays.put(Audience.MACHINE, new Overlay(Tree.over(nation, own), schema));
        overlays.put(Audience.ANYBODY, new Overlay(Tree.over(nation, own.forAnybody()), schema));
    }

    private Overlay overlay(Audience audience) {
        return Objects.requireNonNull(overlays.get(audience));
    }

    boolean hold() {
        return country.hold();
    }

    @Override
    public void close() {
        country.close();
    }

    /** Another one for each state. */
    public long mark() {
        return mark;
    }

    /** About each certificate whether it is in this state, and why not. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** How many entries the country has, and how many the overlay. */
    public String size() {
        return country.size() + " + " + overlay(Audience.MACHINE).size();
    }

    /** The entry itself, or the nearest one above it (RFC 4511 4.1.9: matchedDN). */
    public Optional<DN> nearest(DN wanted, Audience audience) {
        Overlay overlay = overlay(audience);
        DN dn = wanted;
        while (dn != null && !overlay.has(dn) && (hidden.contains(dn) || !country.has(dn))) {
            dn = dn.getParent();
        }
        return Optional.ofNullable(dn);
    }

    /** The entries that match, as they are to be seen at an instant; of equal rank the operator's own first. */
    public Found find(Question question, Instant now, Audience audience) {
        Overlay overlay = overlay(audience);
        int wanted = question.bounds().entries();
        List<Hit> own = overlay.find(question.base(), question.scope(), question.filter(), wanted, now);
        if (isOverlaid(question, overlay)) {
            return new Found(own, End.DONE);
        }
        Found national = country.find(inCountry(question), entry -> shown(entry, overlay));
        List<Hit> all = Hit.merged(own, national.hits(), wanted);
        return new Found(all, all.size() < wanted ? national.end() : End.DONE);
    }

    /** Whether all that is asked for is in the overlay: a single entry of it, or the branches. */
    private static boolean isOverlaid(Question question, Overlay overlay) {
        DN base = question.base();
        SearchScope scope = question.scope();
        return scope.equals(SearchScope.BASE)
                ? overlay.has(base)
                : scope.equals(SearchScope.ONE) && (base.isNullDN() || base.equals(Tree.BASE));
    }

    /** There is one tree only. */
    private static Question inCountry(Question question) {
        return question.base().isNullDN() ? question.below(Tree.BASE) : question;
    }

    private Optional<Entry> shown(Entry entry, Overlay overlay) {
        try {
            if (overlay.has(entry.getParsedDN()) || hidden.contains(entry.getParsedDN())) {
                return Optional.empty();
            }
            Entry dated = NationalEntries.dated(entry, nation.activityFile());
            return Optional.of(NationalEntries.placed(dated, trustSpace));
        } catch (LDAPException e) {
            throw new IllegalStateException("an entry of ours has a parsed DN", e);
        }
    }
}
