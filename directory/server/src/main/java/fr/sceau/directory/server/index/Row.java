package fr.sceau.directory.server.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Candidates in an order that does not depend on where the index has them: by the hash of their names. Where there are more than a
 * thousand, so many at a time.
 */
final class Row {
    private static final int MOST = 1_000;

    private final Column id;
    private final View.Visitor visitor;
    private final BooleanSupplier enough;
    private final PriorityQueue<Candidate> waiting = new PriorityQueue<>(Comparator.comparingLong(Candidate::id));

    Row(View view, View.Visitor visitor, BooleanSupplier enough) {
        this.id = view.column(Fields.ID);
        this.visitor = visitor;
        this.enough = enough;
    }

    private record Candidate(long id, int document) {}

    void add(int document) throws IOException {
        waiting.add(new Candidate(id.at(document), document));
        if (waiting.size() >= MOST) {
            look();
        }
    }

    /** At all that wait, until it is enough. */
    void look() throws IOException {
        while (!waiting.isEmpty() && !enough.getAsBoolean()) {
            visitor.visit(waiting.remove().document());
        }
        waiting.clear();
    }
}
