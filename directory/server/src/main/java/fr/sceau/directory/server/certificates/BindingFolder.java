package fr.sceau.directory.server.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code directory/correspondents/}: {@code bound/}, what holds; {@code dropped/}, what did until the mailbox passed to another,
 * and nobody has taken note of it; {@code closed/}, of what somebody has. No certificate is thrown away. Each file is whole or absent.
 */
public final class BindingFolder {
    private final Path folder;

    /** @param directory the {@code directory/} folder of an installation */
    public BindingFolder(Path directory) {
        this.folder = directory.resolve("correspondents");
    }

    /**
     * A binding that was dropped.
     *
     * @param at when, as it was written
     */
    public record Dropped(String address, String at) {}

    /** Where those lie that hold. */
    public Path bound() {
        return folder.resolve("bound");
    }

    /** One of {@link #bound()}, if it can be read. */
    public static Optional<Binding> read(Path file) throws IOException {
        return BindingFile.read(file);
    }

    /** @return false when it is there already */
    public boolean bind(Binding binding) throws IOException {
        Path file = bound().resolve(binding.fileName());
        if (Files.exists(file)) {
            return false;
        }
        write(file, BindingFile.text(binding));
        return true;
    }

    /** Moves it aside, with the reason; until somebody has taken note it is an alarm. */
    public void drop(Binding binding, Refusal reason, Instant now) throws IOException {
        String name = binding.fileName();
        String head = BindingFile.line("dropped", now.toString()) + BindingFile.line("because", reason.code());
        write(folder.resolve("dropped").resolve(name), head + BindingFile.text(binding));
        Files.deleteIfExists(bound().resolve(name)); // killed before this: dropped again by who looks next
    }

    /** Those of which nobody has taken note. */
    public List<Dropped> dropped() throws IOException {
        List<Dropped> dropped = new ArrayList<>();
        for (Path file : files("dropped")) {
            Map<String, String> words = BindingFile.words(Files.readString(file));
            dropped.add(new Dropped(words.getOrDefault("address", ""), words.getOrDefault("dropped", "")));
        }
        return dropped;
    }

    /** @return how many of that address somebody has now taken note of */
    public int acknowledge(String address) throws IOException {
        int moved = 0;
        for (Path file : files("dropped")) {
            if (address.equals(BindingFile.words(Files.readString(file)).get("address"))) {
                Path closed = Files.createDirectories(folder.resolve("closed"));
                Files.move(file, closed.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                moved++;
            }
        }
        return moved;
    }

    private List<Path> files(String state) throws IOException {
        Path there = folder.resolve(state);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.filter(file -> file.toString().endsWith(Binding.ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path written =
                Files.write(file.resolveSibling(file.getFileName() + ".tmp"), text.getBytes(StandardCharsets.UTF_8));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
