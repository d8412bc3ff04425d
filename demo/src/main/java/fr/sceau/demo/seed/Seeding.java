package fr.sceau.demo.seed;

import fr.sceau.demo.Installation;
import fr.sceau.demo.mail.Outbox;
import fr.sceau.demo.world.Logins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sends the night's messages, each once, whatever interrupted an earlier try. */
public final class Seeding {
    private final Installation installation;
    private final Night night;
    private final Path accepted;

    public Seeding(Installation installation, Night night) {
        this.installation = installation;
        this.night = night;
        this.accepted = installation.path("demo", "seed", "accepted.tsv");
    }

    /** Sends what is not noted as accepted; returns how many that were. */
    public int send(Consumer<String> progress) throws IOException {
        List<String> done = Files.exists(accepted) ? Files.readAllLines(accepted) : List.of();
        Map<String, List<Letter>> bySender = Night.letters().stream()
                .filter(letter -> done.stream().noneMatch(line -> line.startsWith(letter.id() + "\t")))
                .collect(Collectors.groupingBy(Letter::from, LinkedHashMap::new, Collectors.toList()));
        int sent = 0;
        for (List<Letter> letters : bySender.values()) {
            sent += send(letters, progress);
        }
        return sent;
    }

    private int send(List<Letter> letters, Consumer<String> progress) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        for (Letter letter : letters) {
            messages.add(night.message(letter));
        }
        try (Outbox outbox = outbox(letters.get(0))) {
            for (int i = 0; i < letters.size(); i++) {
                Letter letter = letters.get(i);
                Outbox.Answer answer = outbox.send(letter.from(), letter.to(), messages.get(i));
                remember(letter);
                progress.accept(sentence(letter, answer));
            }
        }
        return letters.size();
    }

    private static String sentence(Letter letter, Outbox.Answer answer) {
        String note = answer == Outbox.Answer.ALREADY ? " (déjà reçu)" : "";
        return letter.from() + " -> " + String.join(", ", letter.to()) + " : " + letter.subject() + note;
    }

    private Outbox outbox(Letter letter) {
        if (letter.fromPartner()) {
            return Outbox.asPartner(installation);
        }
        return Outbox.submission(installation, Logins.of(installation).forMailbox(letter.from()));
    }

    private void remember(Letter letter) throws IOException {
        String line = letter.id() + "\t" + String.join(",", letter.to()) + "\n";
        Files.writeString(accepted, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Whether every message of the night was accepted. */
    public static boolean complete(Installation installation) throws IOException {
        Path file = installation.path("demo", "seed", "accepted.tsv");
        return Files.exists(file)
                && Files.readAllLines(file).size() == Night.letters().size();
    }

    /** How many messages were accepted for each mailbox. */
    public static Map<String, Long> acceptedFor(Installation installation) throws IOException {
        Path file = installation.path("demo", "seed", "accepted.tsv");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.stream()
                .flatMap(line -> List.of(line.split("\t", -1)[1].split(",")).stream())
                .collect(Collectors.groupingBy(address -> address, Collectors.counting()));
    }
}
