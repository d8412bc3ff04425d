package fr.sceau.demo.world;

import fr.sceau.demo.DemoException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tab-separated resource with a header line. */
public final class Table {
    private Table() {}

    /** One line by column name. */
    public record Row(Map<String, String> cells) {
        /** The cell of a column that exists. */
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new DemoException("colonne inconnue : " + column);
            }
            return cell;
        }
    }

    /** All lines of a resource beside {@code owner}. */
    public static List<Row> read(Class<?> owner, String name) {
        List<String> lines = lines(owner, name);
        String[] columns = lines.get(0).split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(new Row(Map.copyOf(row)));
        }
        return rows;
    }

    static List<String> lines(Class<?> owner, String name) {
        return text(owner, name).lines().toList();
    }

    /** A whole UTF-8 resource beside {@code owner}. */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new DemoException("ressource absente : " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DemoException("ressource illisible : " + name, e);
        }
    }
}
