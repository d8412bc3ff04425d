package fr.sceau.server.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/** Names of a backup's entries, and the two that are JSON. */
final class BackupParts {
    static final String INDEX = "index.json";
    static final String MANIFEST = "manifest.json";
    static final String FILES = "files/";
    private static final String TABLES = "tables/";
    private static final String COPY = ".copy";
    private static final int LONGEST_JSON = 1 << 28;
    private static final String UNREADABLE = "La sauvegarde vient d'une autre version de Sceau, qui ne se lit pas ici.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private BackupParts() {}

    static String ofTable(String table) {
        return TABLES + table + COPY;
    }

    /** A file that changed while it was copied is copied again, under another name. */
    static String ofFile(String path, int attempt) {
        return FILES + attempt + "/" + path;
    }

    static byte[] json(Object value) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    static <T> T json(InputStream in, Class<T> type) throws IOException {
        byte[] text = in.readNBytes(LONGEST_JSON);
        if (text.length == LONGEST_JSON) {
            throw new BackupDamaged("Le manifeste de la sauvegarde est démesuré : rien n'en est repris.");
        }
        try {
            T value = JSON.readValue(text, type);
            if (value == null) { // "null" is JSON, too
                throw new BackupDamaged(UNREADABLE);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new BackupDamaged(UNREADABLE, e);
        }
    }
}
