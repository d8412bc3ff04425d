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
    private static final List<String> PREFIXES =
            List.of(ActivityFile.PREFIX, MailboxFile.PREFIX, SkillFile.PREFIX, DiplomaFile.PREFIX, CardFile.PREFIX);

    private Newest() {}

    /** None when the folder is not there. */
    public static Set<Path> of(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            Downloads downloads = new Downloads(folder);
            for (String prefix : PREFIXES) {
                Optional<Download> newest = downloads.newest(prefix);
                newest.map(Download::file).ifPresent(files::add);
            }
            downloads.newestTable(Toggles.PREFIX).ifPresent(files::add);
        }
        return files;
    }
}
