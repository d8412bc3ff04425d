package fr.sceau.system.mail;

import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installation's trace, as text. */
public final class TraceLines {
    private TraceLines() {}

    /** All lines of all days. */
    public static List<String> all(TestSceau sceau) throws IOException {
        Path trace = sceau.installation().path("trace");
        List<String> lines = new ArrayList<>();
        if (!Files.exists(trace)) {
            return lines; // nothing has happened yet
        }
        try (Stream<Path> days = Files.list(trace)) {
            for (Path day : days.sorted().toList()) {
                lines.addAll(Files.readAllLines(day));
            }
        }
        return lines;
    }

    /** Lines of one event. */
    public static long count(TestSceau sceau, String event) throws IOException {
        return all(sceau).stream()
                .filter(line -> line.contains("\"event\":\"" + event + "\""))
                .count();
    }

    /** Lines of one event and one code. */
    public static long count(TestSceau sceau, String event, String code) throws IOException {
        return all(sceau).stream()
                .filter(line -> line.contains("\"event\":\"" + event + "\""))
                .filter(line -> line.contains("\"code\":\"" + code + "\""))
                .count();
    }
}
