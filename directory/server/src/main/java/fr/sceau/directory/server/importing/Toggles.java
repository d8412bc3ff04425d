package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Hash;
import fr.sceau.directory.server.index.Origins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who had an ADELI number and has one of RPPS since: {@code N° ADELI;N° RPPS}, one line a person, in whatever encoding of
 * Latin letters. Only this makes two numbers one person; never a name.
 */
final class Toggles {
    static final String PREFIX = "Correspondance_ADELI_RPPS_";
    private static final String ADELI = "0";
    private static final String RPPS = "8";

    private final Map<String, String> rppsByAdeli = new HashMap<>();
    private final Map<String, List<String>> adeliByRpps = new HashMap<>();

    static Toggles of(Optional<Path> file) throws IOException {
        Toggles toggles = new Toggles();
        if (file.isPresent()) {
            Files.readAllLines(file.get(), StandardCharsets.ISO_8859_1).stream()
                    .skip(1)
                    .map(line -> line.strip().split(";", -1))
                    .filter(cells -> cells.length >= 2 && !cells[0].isBlank() && !cells[1].isBlank())
                    .forEach(cells -> toggles.add(cells[0].strip(), cells[1].strip()));
        }
        return toggles;
    }

    private void add(String adeli, String rpps) {
        rppsByAdeli.put(ADELI + adeli, RPPS + rpps);
        adeliByRpps.computeIfAbsent(RPPS + rpps, key -> new ArrayList<>()).add(adeli);
    }

    /** ADELI numbers that a person had, by {@code IdNat_PS}. */
    List<String> formerAdeli(String idNatPs) {
        return adeliByRpps.getOrDefault(idNatPs, List.of()).stream().sorted().toList();
    }

    /** They belong to what is said of a person, as the lines do. */
    void addTo(Origins origins) {
        adeliByRpps.forEach((person, numbers) ->
                numbers.forEach(adeli -> origins.add(Group.person(person), Hash.of("toggle|" + adeli + "|" + person))));
    }

    /** Whether both are numbers of one person. */
    boolean isSame(String idNatPs, String later) {
        return idNatPs.equals(later) || later.equals(rppsByAdeli.get(idNatPs));
    }

    /** {@code IdNat_PS} of those who have another number now. */
    Set<String> replaced() {
        return rppsByAdeli.keySet();
    }
}
