package fr.sceau.agent.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Applies one journal line to the states; lines of a kind that is not known are left alone. */
final class JournalReader {
    private JournalReader() {}

    static void apply(List<String> cells, Map<String, LedgerEntry> entries) {
        String id = cells.get(1);
        Instant at = Instant.parse(cells.get(2));
        switch (cells.get(0)) {
            case "SEALED" -> entries.put(id, sealed(cells, id, at));
            case "STATE" ->
                entries.computeIfPresent(id, (key, entry) -> entry.in(State.valueOf(cells.get(3)), cells.get(4), at));
            case "RECEIPT" -> entries.computeIfPresent(id, (key, entry) -> entry.received(cells.get(3)));
            default -> {}
        }
    }

    private static LedgerEntry sealed(List<String> cells, String id, Instant at) {
        return new LedgerEntry(
                id,
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                Boolean.parseBoolean(cells.get(8)),
                State.SEALED,
                "",
                "",
                at);
    }
}
