package fr.sceau.store.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The small bodies of messages that were read together. Nothing is fetched until the first is asked for; then it and
 * those that follow it, up to a bound, come in one query, and those fetched before are forgotten.
 */
final class BodyBatch {
    /** A body of this size or less is one chunk. */
    static final int SMALL = 64 * 1024;

    private static final int BOUND = 1024 * 1024;

    private final Octets octets;
    private final List<MessageRow> rows;
    private final Map<UUID, Integer> places = new HashMap<>();
    private Map<UUID, byte[]> fetched = Map.of();

    BodyBatch(Octets octets, List<MessageRow> rows) {
        this.octets = octets;
        this.rows = rows;
        for (int i = rows.size() - 1; i >= 0; i--) {
            places.put(rows.get(i).content(), i);
        }
    }

    /** The body, unless it is a big one or its content is gone. */
    synchronized Optional<byte[]> small(UUID content) {
        int place = places.getOrDefault(content, rows.size());
        if (place == rows.size() || size(rows.get(place)) > SMALL) {
            return Optional.empty();
        }
        if (!fetched.containsKey(content)) {
            fetched = octets.smallBodies(from(place));
        }
        return Optional.ofNullable(fetched.get(content));
    }

    private List<UUID> from(int place) {
        List<UUID> ids = new ArrayList<>();
        long sum = 0;
        for (MessageRow row : rows.subList(place, rows.size())) {
            long size = size(row);
            if (size > SMALL) {
                continue;
            }
            sum += size;
            if (sum > BOUND && !ids.isEmpty()) {
                break;
            }
            ids.add(row.content());
        }
        return ids;
    }

    private static long size(MessageRow row) {
        return row.octets() - row.headerOctets();
    }
}
