package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Change.Kind;
import fr.sceau.directory.server.nation.Draw.Purpose;
import fr.sceau.directory.server.nation.Lists.Given;
import fr.sceau.directory.server.nation.Lists.Profession;
import fr.sceau.directory.server.nation.Person.Practice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** All professionals of a nation, each made when asked for. */
final class People {
    private static final double NAMES_OF_THE_LIST = 0.55;
    private static final List<String> BEGINNINGS = List.of(
            "BEAU", "BOU", "CAS", "CHA", "COR", "DEL", "ES", "FER", "GAR", "GUI", "LA", "MAR", "MON", "PEL", "PRI",
            "RO", "SAU", "TAI", "VER", "VIL");
    private static final List<String> MIDDLES =
            List.of("", "bel", "cha", "de", "gue", "la", "li", "ma", "ne", "ra", "ri", "ta", "te", "ti", "vi");
    private static final List<String> ENDINGS = List.of(
            "ard", "aud", "bert", "chon", "cour", "din", "eau", "elle", "eron", "ette", "feuille", "gnac", "ier",
            "lain", "let", "lon", "mont", "nier", "ot", "quet", "rand", "rel", "sset", "val", "ville");

    private final Draw nation;
    private final long structures;

    People(Draw nation, long structures) {
        this.nation = nation;
        this.structures = structures;
    }

    /** Empty when he has not come yet, or has gone. */
    Optional<Person> on(int day, long number) {
        Change change = Change.of(nation, number);
        return change.isThere(day) ? Optional.of(person(number, change, day)) : Optional.empty();
    }

    /** As he is on the first day, whether he has come or not. */
    Person original(long number) {
        return person(number, Change.of(nation, number), 0);
    }

    private Person person(long number, Change change, int day) {
        Draw draw = nation.about(Purpose.PERSON, number);
        Given given = draw.rather(0, Lists.GIVEN);
        Profession profession = draw.of(1, Lists.PROFESSIONS);
        List<Practice> practices = practices(number, draw, change, day);
        String adeli = hadAdeli(draw, profession) ? Numbers.adeli(number, department(practices)) : "";
        String type = type(draw, adeli, change.happened(Kind.GETS_RPPS, day));
        return new Person(
                number,
                type,
                id(type, number, adeli, practices),
                adeli,
                given,
                family(draw, given),
                profession,
                practices);
    }

    private static String type(Draw draw, String adeli, boolean rpps) {
        if (!adeli.isEmpty()) {
            return rpps ? "8" : "0";
        }
        return draw.chance(2, 0.005) ? "3" : "8";
    }

    private static String id(String type, long number, String adeli, List<Practice> practices) {
        return switch (type) {
            case "0" -> adeli;
            case "3" -> "0B" + Numbers.padded(number, 7) + "/CPET" + Numbers.padded(practices.size(), 4);
            default -> Numbers.rpps(number);
        };
    }

    /** Professions whose numbers have not all moved to RPPS. */
    private static boolean hadAdeli(Draw draw, Profession profession) {
        return profession.code().startsWith("9") && draw.chance(3, 0.6);
    }

    private static String department(List<Practice> practices) {
        return practices.isEmpty() ? "99" : practices.get(0).structure().town().department();
    }

    static String family(Draw draw, Given given) {
        String one = oneFamily(draw, 4);
        return given.gender().equals("F") && draw.chance(8, 0.08) ? one + "-" + oneFamily(draw, 9) : one;
    }

    private static String oneFamily(Draw draw, int index) {
        if (draw.chance(index, NAMES_OF_THE_LIST)) {
            return draw.rather(index + 1, Lists.FAMILIES);
        }
        String name = draw.of(index + 1, BEGINNINGS) + draw.of(index + 2, MIDDLES) + draw.of(index + 3, ENDINGS);
        return name.toUpperCase(Locale.ROOT);
    }

    private List<Practice> practices(long number, Draw person, Change change, int day) {
        double unit = person.unit(13);
        int count = unit < 0.1 ? 0 : unit < 0.88 ? 1 : unit < 0.97 ? 2 : 3;
        return IntStream.range(0, count)
                .mapToObj(place -> practice(number, place, change, day))
                .toList();
    }

    private Practice practice(long number, int place, Change change, int day) {
        Draw draw = nation.about(Purpose.PRACTICE, 4 * number + place);
        int moved = place == 0 && change.happened(Kind.MOVES, day) ? 10 : 0;
        int called = place == 0 && change.happened(Kind.CALLS, day) ? 1 : 0;
        long where = (long) (Math.pow(draw.unit(moved), 3) * structures);
        Structure structure = Structure.of(nation, where, structures);
        boolean employed = structure.isEstablishment() && draw.chance(2, 0.8);
        String telephone = "01" + Numbers.padded(draw.below(3 + called, 100_000_000), 8);
        return new Practice(structure, employed ? "S" : "L", "", "GENR01", telephone);
    }
}
