package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The mark of a restoration that is not finished: first thing in a restored folder, last thing to leave it. */
final class HalfRestored {
    /** The launcher knows this name, too: nothing starts where it stands. */
    static final String NAME = "RESTAURATION-INACHEVEE";

    private final Path home;

    HalfRestored(Path home) {
        this.home = home;
    }

    /** Refuses a folder where anything is. */
    void refuseUnlessEmpty() throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        if (Files.exists(home.resolve(NAME))) {
            throw new ServerException("Une restauration est restée inachevée dans " + home + " : effacer ce dossier.");
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(home)) {
            if (content.iterator().hasNext()) {
                throw new ServerException("Le dossier " + home + " n'est pas vide : rien n'y est restauré.");
            }
        }
    }

    void begin() throws IOException {
        Files.createDirectories(home);
        Files.writeString(
                home.resolve(NAME),
                "Restauration commencée et pas finie. Ce dossier n'est pas une installation : l'effacer et recommencer.\n",
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SYNC);
        sync(home);
    }

    void end() throws IOException {
        Files.delete(home.resolve(NAME));
        sync(home);
    }

    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
