package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Names;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One version while it is read: whatever is committed meanwhile, all answers come from it. Its files are kept until everybody
 * who holds it has closed it. Safe for many threads.
 */
public final class Reading implements AutoCloseable {
    private final View view;
    private final Evaluation evaluation;
    private final Names names;

    Reading(View view, Evaluation evaluation, Names names) {
        this.view = view;
        this.evaluation = evaluation;
        this.names = names;
    }

    /** Holds it once more, to be closed once more; false when nobody holds it any longer. */
    public boolean hold() {
        return view.hold();
    }

    public Version version() {
        return view.version();
    }

    public int size() {
        return guarded(view::size);
    }

    public boolean has(DN name) {
        return guarded(() -> view.document(name).isPresent());
    }

    /** An entry as it is shown. */
    public Optional<Entry> find(DN name) {
        return guarded(() -> view.entry(name));
    }

    /**
     * The entries that match, in the order of {@link fr.sceau.directory.server.search.Rank}.
     *
     * @param shown each entry as it is to be seen and to be matched, or nothing where it is not to be seen
     */
    public Found find(Question question, Function<Entry, Optional<Entry>> shown) {
        return guarded(() -> new Finder(view, evaluation, names, question, shown).run());
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new IndexException("L'annuaire ne peut pas être lu", e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public void close() {
        guarded(() -> {
            view.close();
            return true;
        });
    }
}
