package fr.sceau.mailets.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** JSON as the database takes it: texts of strangers may hold characters that no text of a database can. */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NOT_FOR_A_DATABASE = "[\\x00\\p{Cs}]"; // NUL and halves of characters
    private static final String REPLACEMENT = "\uFFFD";

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = array();
        texts.forEach(text -> array.add(clean(text)));
        return array;
    }

    static void put(ObjectNode object, String name, String value) {
        object.put(name, clean(value));
    }

    static void put(ObjectNode object, String name, Optional<String> value) {
        value.ifPresent(present -> put(object, name, present));
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was made here cannot be written", e);
        }
    }

    /** A member that is an instant; nothing if it is not there or the text is no JSON. */
    static Optional<Instant> instant(String json, String name) {
        try {
            return Optional.of(Instant.parse(MAPPER.readTree(json).path(name).asText()));
        } catch (JsonProcessingException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Whether a member says so; not if the text is no JSON. */
    static boolean isTrue(String json, String name) {
        try {
            return MAPPER.readTree(json).path(name).asBoolean();
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    private static String clean(String text) {
        return text.replaceAll(NOT_FOR_A_DATABASE, REPLACEMENT);
    }
}
