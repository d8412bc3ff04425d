package fr.sceau.directory.server.index;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One state of the directory.
 *
 * @param number from 1; 0 is the empty directory
 * @param day whose directory it is
 * @param sources which file each part came from
 */
public record Version(long number, LocalDate day, Map<String, String> sources) {
    static final Version NONE = new Version(0, LocalDate.EPOCH, Map.of());

    /** Which program made the entries; said of one version only, as is {@link #ROLLBACK}. */
    public static final String PROGRAM = "program";

    static final String ROLLBACK = "rollback";

    private static final String NUMBER = "number";
    private static final String DAY = "day";
    private static final String SOURCE = "source.";

    public Version {
        sources = Map.copyOf(sources);
    }

    Version next(LocalDate on) {
        Map<String, String> kept = new HashMap<>(sources);
        kept.keySet().removeAll(Set.of(PROGRAM, ROLLBACK));
        return new Version(number + 1, on, kept);
    }

    /** Parts that are not named come from where they came. */
    Version from(Map<String, String> some) {
        Map<String, String> all = new HashMap<>(sources);
        all.putAll(some);
        return new Version(number, day, all);
    }

    /** As user data of a commit. */
    Map<String, String> data() {
        Map<String, String> data = new TreeMap<>();
        data.put(NUMBER, String.valueOf(number));
        data.put(DAY, day.toString());
        sources.forEach((part, file) -> data.put(SOURCE + part, file));
        return data;
    }

    static Version of(Map<String, String> data) {
        String number = data.get(NUMBER);
        String day = data.get(DAY);
        if (number == null || day == null) {
            return NONE;
        }
        Map<String, String> sources = new TreeMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(SOURCE)) {
                sources.put(key.substring(SOURCE.length()), value);
            }
        });
        return new Version(Long.parseLong(number), LocalDate.parse(day), sources);
    }
}
