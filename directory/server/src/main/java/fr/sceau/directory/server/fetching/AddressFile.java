package fr.sceau.directory.server.fetching;

import fr.sceau.directory.server.importing.Newest;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code conf/registry.tsv}: a line for each address, tabulations between how the name of the extraction begins, the address
 * (https) and who vouches for the server. Several lines of one extraction: the first is the best, the others stand in.
 */
final class AddressFile {
    private static final int COLUMNS = 3;

    private AddressFile() {}

    /** Nothing where there is no such file. */
    static List<Wanted> read(Path file) throws IOException, RefusedFileException {
        Map<String, List<Address>> wanted = new LinkedHashMap<>();
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line.split("\t+"), wanted, file.getFileName() + ", ligne " + (i + 1) + " : ");
            }
        }
        return wanted.entrySet().stream()
                .map(one -> new Wanted(one.getKey(), one.getValue()))
                .toList();
    }

    private static void add(String[] cells, Map<String, List<Address>> wanted, String where)
            throws RefusedFileException {
        if (cells.length != COLUMNS) {
            throw new RefusedFileException(where + "il faut trois colonnes");
        }
        String prefix = cells[0].strip();
        if (!Newest.isPrefix(prefix)) {
            throw new RefusedFileException(where + "aucune extraction ne commence par « " + prefix + " »");
        }
        Authorities authorities = Authorities.of(cells[2].strip())
                .orElseThrow(() -> new RefusedFileException(where + "autorités : igc-sante ou publiques"));
        wanted.computeIfAbsent(prefix, key -> new ArrayList<>()).add(new Address(uri(cells[1], where), authorities));
    }

    private static URI uri(String text, String where) throws RefusedFileException {
        try {
            URI uri = URI.create(text.strip());
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new RefusedFileException(where + "il faut une adresse en https");
    }
}
