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
}
