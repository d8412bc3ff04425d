package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import fr.sceau.server.backup.BackupFile;
import fr.sceau.server.backup.BackupKey;
import fr.sceau.server.backup.BackupManifest;
import fr.sceau.server.backup.BackupReader;
import fr.sceau.server.backup.Comparison;
import fr.sceau.server.backup.InstallationDatabase;
import fr.sceau.server.backup.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies an installation that goes on working into one encrypted file, and checks such files. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Sauvegarde de l'installation entière dans un fichier chiffré, sans arrêt du service.",
        synopsisSubcommandLabel = "COMMANDE",
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:fait", "1:échec ; aucun fichier n'est laissé", "2:mauvais appel"})
final class BackupCommand {
    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            customSynopsis = "./sceau backup init CLE.p12 [--key-password-file FICHIER]",
            description = {
                "Crée la paire de clés des sauvegardes : le certificat dans conf/backup.cer, la clé privée dans CLE.p12.",
                "Sans cette clé, aucune sauvegarde ne se lit : la garder ailleurs que sur cette machine, en deux endroits."
            })
    int init(
            @Mixin Home home,
            @Parameters(paramLabel = "CLE.p12", description = "Fichier à créer pour la clé privée.") Path p12,
            @Option(
                            names = "--key-password-file",
                            description = "Fichier du mot de passe ; absent : il est tiré au sort.")
                    @Nullable
                    Path passwordFile) {
        Path certificate = home.path().resolve(BackupKey.CERTIFICATE);
        Path key = WorkingFolder.resolve(p12);
        if (Files.exists(certificate) || Files.exists(key)) {
            throw new ServerException("Déjà là, rien n'est changé : "
                    + (Files.exists(certificate) ? BackupKey.CERTIFICATE : p12.toString()));
        }
        if (key.startsWith(home.path())) {
            throw new ServerException("La clé privée ne reste pas dans l'installation qu'elle sert à restaurer");
        }
        String password =
                Optional.ofNullable(passwordFile).map(WorkingFolder::firstLine).orElseGet(GeneratedPassword::next);
        BackupKey.create(key, certificate, password, Clock.systemUTC());
        System.out.println("Certificat : " + BackupKey.CERTIFICATE + " ; clé privée, à emporter : " + key);
        if (passwordFile == null) {
            System.out.println("Mot de passe de la clé (affiché une seule fois) : " + password);
        }
        return 0;
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            customSynopsis = "./sceau backup FICHIER [--to CERTIFICAT]",
            description = "Sauvegarde l'installation, base de données prise à un seul instant.")
    int create(
            @Mixin Home home,
            @Parameters(paramLabel = "FICHIER", description = "Fichier à créer.") Path file,
            @Option(names = "--to", paramLabel = "CERTIFICAT", description = "Défaut : conf/backup.cer.") @Nullable
                    Path to) {
        DataSource database = database(home.path());
        Path certificate = to == null ? home.path().resolve(BackupKey.CERTIFICATE) : WorkingFolder.resolve(to);
        Progress progress = Progress.on(System.err, "Sauvegarde");
        BackupFile.Written written = LongWork.of(() -> new BackupFile(WorkingFolder.resolve(file))
                .write(home.path(), database, BackupKey.certificate(certificate), progress));
        progress.end();
        System.out.println("Sauvegarde faite : " + file + ", " + written.octets() + " octets");
        System.out.println("  " + describe(written.manifest()));
        System.out.println("  SHA-256 du fichier, à noter ailleurs : " + written.sha256());
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            customSynopsis = "./sceau backup verify FICHIER --key P12 [--against]",
            description = "Lit toute une sauvegarde et dit si elle est entière et intacte ; n'écrit rien.",
            exitCodeListHeading = "Codes de retour :%n",
            exitCodeList = {"0:intacte", "1:refusée", "2:mauvais appel", "3:intacte, mais l'installation en diffère"})
    int verify(
            @Mixin Home home,
            @Mixin KeyFile key,
            @Parameters(paramLabel = "FICHIER", description = "Sauvegarde à lire.") Path file,
            @Option(names = "--against", description = "Comparer aussi avec l'installation (SCEAU_HOME).")
                    boolean against) {
        Progress progress = Progress.on(System.err, "Vérification");
        BackupReader.Contents contents =
                LongWork.of(() -> new BackupReader(WorkingFolder.resolve(file), key.keys()).verify(progress));
        progress.end();
        System.out.println("Sauvegarde intacte, prise le " + contents.index().created());
        System.out.println("  " + describe(contents.manifest()));
        return against ? LongWork.of(() -> compare(contents.manifest(), home.path())) : 0;
    }

    private static int compare(BackupManifest manifest, Path home) throws IOException {
        Comparison comparison = new Comparison(manifest);
        List<String> tables = comparison.tables(database(home), Progress.silent());
        List<String> files = comparison.files(home);
        tables.forEach(table -> System.out.println("  différente : table " + table));
        files.forEach(file -> System.out.println("  différent : fichier " + file));
        System.out.println(tables.isEmpty() && files.isEmpty() ? "Installation égale." : "Installation différente.");
        return tables.isEmpty() && files.isEmpty() ? 0 : 3;
    }

    static String describe(BackupManifest manifest) {
        return String.format(
                Locale.FRENCH,
                "%d fichiers, %d lignes de la base, %d octets en clair",
                manifest.files().size(),
                manifest.rows(),
                manifest.octets());
    }

    private static DataSource database(Path home) {
        ServerConfiguration.DatabaseAddress address =
                ServerConfiguration.load(home).database();
        return InstallationDatabase.source(address.port(), address.password());
    }
}
