package fr.sceau.server.cli;

import fr.sceau.server.ServerException;
import fr.sceau.server.backup.BackupKey;
import fr.sceau.smime.keys.DecryptionKey;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The private key that opens backups, and how its password is told. */
final class KeyFile {
    @Option(names = "--key", required = true, paramLabel = "P12", description = "Clé privée des sauvegardes (PKCS#12).")
    private Path key = Path.of("");

    @Option(
            names = "--key-password-file",
            paramLabel = "FICHIER",
            description = "Fichier du mot de passe de la clé ; absent : il est demandé.")
    private @Nullable Path passwordFile;

    List<DecryptionKey> keys() {
        return BackupKey.keys(WorkingFolder.resolve(key), password());
    }

    private String password() {
        if (passwordFile != null) {
            return WorkingFolder.firstLine(passwordFile);
        }
        Console console = System.console();
        char @Nullable [] typed = console == null ? null : console.readPassword("Mot de passe de %s : ", key);
        if (typed == null) {
            throw new ServerException("Pas de terminal pour demander le mot de passe : --key-password-file");
        }
        return new String(typed);
    }
}
