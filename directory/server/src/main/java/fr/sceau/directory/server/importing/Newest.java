package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.ActivityFile;
import fr.sceau.directory.server.registry.CardFile;
import fr.sceau.directory.server.registry.DiplomaFile;
import fr.sceau.directory.server.registry.MailboxFile;
import fr.sceau.directory.server.registry.SkillFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which files of a folder an import would take. */
public final class Newest {
    /** Of each kind the names that it has had. */
    private static final List<List<String>> KINDS = List.of(
            List.of(ActivityFile.PREFIX),
            ActivityFile.CONNECT_PREFIXES,
            List.of(MailboxFile.PREFIX),
            List.of(SkillFile.PREFIX),
            List.of(DiplomaFile.PREFIX),
            List.of(CardFile.PREFIX));

    private Newest() {}

    /** None when the folder is not there. */
    public static Set<Path> of(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            Downloads downloads = new Downloads(folder);
            for (List<String> prefixes : KINDS) {
                Optional<Download> newest = downloads.newest(prefixes);
                newest.map(Download::file).ifPresent(files::add);
            }
            downloads.newestTable(Toggles.PREFIX).ifPresent(files::add);
        }
        return files;
    }

    /** Whether extractions are named so. */
    public static boolean isPrefix(String prefix) {
        return !kind(prefix).isEmpty();
    }

    /** Whether an import takes a file of that name for such an extraction, or for a zip that holds it. */
    public static boolean isNamed(String prefix, String name) {
        return Downloads.pattern(kind(prefix)).matcher(name).matches();
    }

    /** The date in the name of the newest of a kind, empty when there is none. */
    public static String stamp(Path folder, String prefix) throws IOException {
        return new Downloads(folder).newest(kind(prefix)).map(Download::stamp).orElse("");
    }

    /** Those of a kind that are older than so many others, and that no import would take. */
    public static List<Path> beyond(Path folder, String prefix, int kept) throws IOException {
        Set<Path> taken = of(folder);
        return new Downloads(folder)
                .all(Downloads.pattern(kind(prefix))).stream()
                        .skip(kept)
                        .filter(file -> !taken.contains(file))
                        .toList();
    }

    private static List<String> kind(String prefix) {
        return KINDS.stream()
                .filter(names -> names.contains(prefix))
                .findFirst()
                .orElse(List.of());
    }
}
