package fr.sceau.system.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One command and all that came back.
 *
 * @param command as sent, without tag and literal
 * @param start when the first octet left, {@link System#nanoTime}
 * @param end when the tagged line was here
 * @param status the tagged line without its tag
 */
record Exchange(String command, long start, long end, List<Line> lines, String status) {
    static final String CLOSED = "closed";

    boolean ok() {
        return status.startsWith("OK");
    }

    /** Whether the server hung up instead. */
    boolean closed() {
        return status.equals(CLOSED);
    }

    /** What follows a response code's name, in the tagged line or in an untagged OK: COPYUID, HIGHESTMODSEQ … */
    Optional<String> code(String name) {
        Pattern code = Pattern.compile("\\[" + name + " ([^]]*)]");
        return Stream.concat(Stream.of(status), lines.stream().map(Line::text))
                .map(code::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    long number(String code) {
        return Long.parseLong(
                code(code).orElseThrow(() -> new Contradiction(code + " missing in the answer to " + command)));
    }

    Stream<Line> fetched() {
        return lines.stream().filter(line -> line.counts("FETCH"));
    }

    Exchange must() {
        if (!ok()) {
            throw new Contradiction("refused without reason: " + command + " -> " + status);
        }
        return this;
    }
}
