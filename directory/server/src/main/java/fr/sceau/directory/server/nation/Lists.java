package fr.sceau.directory.server.nation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What names, places and professions are drawn from. */
final class Lists {
    static final List<String> FAMILIES =
            items("family-names").map(item -> item[0]).toList();
    static final List<String> STREETS = items("streets").map(item -> item[0]).toList();
    static final List<Given> GIVEN =
            items("given-names").map(item -> new Given(item[0], item[1])).toList();
    static final List<Town> TOWNS = items("communes")
            .map(item -> new Town(item[0], item[1], item[2], item[3], item[4]))
            .toList();

    /** As often in the list as in the country. */
    static final List<Profession> PROFESSIONS = items("professions")
            .flatMap(item -> Collections.nCopies(
                    Integer.parseInt(item[3]),
                    new Profession(item[0], item[1], item[2], new Skill(item[4], item[5], item[6])))
                    .stream())
            .toList();

    private Lists() {}

    /** @param gender M or F */
    record Given(String name, String gender) {}

    /** @param code INSEE code of the commune */
    record Town(String code, String postCode, String name, String department, String departmentName) {}

    /** @param type S, CEX and so on; empty where the profession has none */
    record Skill(String type, String code, String label) {
        static final Skill NONE = new Skill("", "", "");
    }

    /** @param code of table G15 */
    record Profession(String code, String label, String category, Skill skill) {
        boolean isPhysician() {
            return code.equals("10");
        }
    }

    /** The titles of a layout. */
    static List<String> titles(String layout) {
        return items(layout + ".columns").map(item -> item[0]).toList();
    }

    private static Stream<String[]> items(String name) {
        String resource = name + ".txt";
        try (InputStream in = Objects.requireNonNull(Lists.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split("\\|", -1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
