package fr.sceau.system.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One FETCH answer, item by item. */
record Fetched(int position, List<?> items) {
    /** As RFC 3501 9 wants it, with two places for the day. */
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ppd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);

    static Fetched of(Line line) {
        if (line.words().size() < 3 || !(line.words().get(2) instanceof List<?> items)) {
            throw new Contradiction("a FETCH answer without a list: " + line.text());
        }
        return new Fetched(line.number(), items);
    }

    Optional<Object> item(String name) {
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (name.equalsIgnoreCase(String.valueOf(items.get(i)))) {
                return Optional.of(items.get(i + 1));
            }
        }
        return Optional.empty();
    }

    Optional<Long> uid() {
        return item("UID").map(word -> Long.parseLong(word.toString()));
    }

    Optional<Integer> flags() {
        return item("FLAGS").map(Flag::parse);
    }

    Optional<Long> modSeq() {
        return item("MODSEQ").map(list -> Long.parseLong(((List<?>) list).get(0).toString()));
    }

    Instant date() {
        String text = item("INTERNALDATE")
                .orElseThrow(() -> new Contradiction("no INTERNALDATE"))
                .toString();
        return OffsetDateTime.parse(text, DATE).toInstant();
    }
}
