package fr.sceau.mailets.trace;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line of the trace. Immutable; patient addresses are masked as it is written. */
public final class TraceEntry {
    private final Event event;
    private final Map<Field, String> values;

    private TraceEntry(Event event, Map<Field, String> values) {
        this.event = event;
        this.values = values;
    }

    public static TraceEntry of(Event event) {
        return new TraceEntry(event, new EnumMap<>(Field.class));
    }

    public TraceEntry with(Field field, String value) {
        return json(field, quote(value));
    }

    public TraceEntry with(Field field, Optional<String> value) {
        return value.map(present -> with(field, present)).orElse(this);
    }

    public TraceEntry with(Field field, long value) {
        return json(field, Long.toString(value));
    }

    public TraceEntry with(Field field, Collection<String> values) {
        return json(field, values.stream().map(TraceEntry::quote).collect(Collectors.joining(",", "[", "]")));
    }

    private TraceEntry json(Field field, String json) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(values);
        more.put(field, json);
        return new TraceEntry(event, more);
    }

    /** RFC 8259, one line. */
    String toJson(Instant at) {
        return values.entrySet().stream()
                .map(entry -> quote(entry.getKey().word()) + ":" + entry.getValue())
                .collect(Collectors.joining(
                        ",",
                        "{\"time\":" + quote(at.toString()) + ",\"event\":" + quote(event.word())
                                + (values.isEmpty() ? "" : ","),
                        "}"));
    }

    private static String quote(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : Masking.mask(value).toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                json.append(String.format("\\u%04x", (int) c)); // RFC 8259 7
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
