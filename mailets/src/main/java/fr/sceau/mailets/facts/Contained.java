package fr.sceau.mailets.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sceau.documents.RecognisedDocument;
import fr.sceau.documents.Recognition;

/**
 * What a message carries, as JSON: for each document {@code type}, {@code part}, {@code file}, {@code title} and {@code
 * flags}. File names and titles may name a patient: this goes into the database and into no log.
 */
final class Contained {
    private Contained() {}

    static String of(Recognition recognition) {
        ArrayNode documents = JsonText.array();
        recognition.documents().forEach(document -> documents.add(document(document)));
        return JsonText.write(documents);
    }

    private static ObjectNode document(RecognisedDocument document) {
        ObjectNode json = JsonText.object();
        json.put("type", document.type().name());
        JsonText.put(json, "part", document.part());
        JsonText.put(json, "file", document.fileName());
        JsonText.put(json, "title", document.title());
        json.set("flags", JsonText.texts(document.flags()));
        return json;
    }
}
