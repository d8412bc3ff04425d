package fr.sceau.server.cli;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.server.ServerException;
import fr.sceau.server.accounts.Account;
import fr.sceau.server.accounts.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the file of {@code mailbox import}; an error names the line and nothing of its content. */
final class AccountsFile {
    private static final List<String> COLUMNS = List.of("address", "type", "custody", "label", "structure", "password");

    private AccountsFile() {}

    static List<Registration> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> header =
                    lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
            if (!header.containsAll(COLUMNS)) {
                throw new ServerException(file + " : colonnes attendues " + String.join(", ", COLUMNS));
            }
            return IntStream.range(1, lines.size())
                    .filter(i -> !lines.get(i).isBlank())
                    .mapToObj(i -> row(file, i + 1, header, lines.get(i).split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new ServerException("Lecture impossible : " + file, e);
        }
    }

    private static Registration row(Path file, int line, List<String> header, String[] fields) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < header.size() && i < fields.length; i++) {
            values.put(header.get(i), fields[i].trim());
        }
        try {
            return row(values);
        } catch (IllegalArgumentException e) {
            throw new ServerException(file + ", ligne " + line + " : type ou custody inconnu", e);
        }
    }

    private static Registration row(Map<String, String> values) {
        String address = values.getOrDefault("address", "").toLowerCase(Locale.ROOT);
        String type = values.getOrDefault("type", "");
        Optional<LocalMailbox> mailbox = type.isEmpty()
                ? Optional.empty()
                : Optional.of(new LocalMailbox(
                        address,
                        Kind.valueOf(type.toUpperCase(Locale.ROOT)),
                        Custody.valueOf(values.getOrDefault("custody", "").toUpperCase(Locale.ROOT)),
                        false,
                        values.getOrDefault("structure", "")));
        List<String> delegates = Stream.of(values.getOrDefault("delegates", "").split("[,\\s]+"))
                .filter(delegate -> !delegate.isEmpty())
                .toList();
        Optional<String> password =
                Optional.of(values.getOrDefault("password", "")).filter(value -> !value.isEmpty());
        return new Registration(
                new Account(address, values.getOrDefault("label", address), mailbox, delegates), password);
    }
}
