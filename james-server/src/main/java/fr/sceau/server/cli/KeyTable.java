package fr.sceau.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sceau.server.renewal.KeyLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of keys as tab separated lines, or as JSON for machines, whose words do not change. */
final class KeyTable {
    static final String HEADER = "nom\tclé\tusage\tvalable du\tau\tjours\tétat";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Europe/Paris"));

    private KeyTable() {}

    static String line(KeyLine line, Instant now) {
        return String.join(
                "\t",
                line.name().replaceAll("\\p{Cntrl}", " "),
                line.place().text(),
                line.purposes().stream().sorted().map(purpose -> purpose.text()).collect(Collectors.joining(", ")),
                DAY.format(line.certificate().getNotBefore().toInstant()),
                DAY.format(line.certificate().getNotAfter().toInstant()),
                Long.toString(line.days(now)),
                line.forecast().text());
    }

    /** @param complete false when the token or a file could not be read */
    static String json(List<KeyLine> lines, boolean complete, Instant now) {
        ObjectNode all = new ObjectMapper().createObjectNode();
        all.put("complete", complete);
        ArrayNode keys = all.putArray("keys");
        for (KeyLine line : lines) {
            ObjectNode key = keys.addObject();
            key.put("name", line.name());
            key.put("place", word(line.place()));
            ArrayNode purposes = key.putArray("purposes");
            line.purposes().stream().sorted().forEach(purpose -> purposes.add(word(purpose)));
            key.put("serial", line.certificate().getSerialNumber().toString(16));
            key.put("notBefore", line.certificate().getNotBefore().toInstant().toString());
            key.put("notAfter", line.certificate().getNotAfter().toInstant().toString());
            key.put("days", line.days(now));
            key.put("forecast", word(line.forecast()));
        }
        return all.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
