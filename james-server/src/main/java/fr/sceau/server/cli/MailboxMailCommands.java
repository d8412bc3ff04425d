package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.backup.InstallationDatabase;
import fr.sceau.server.backup.MailboxExport;
import fr.sceau.server.backup.MailboxImport;
import fr.sceau.server.backup.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The mail of one mailbox, out and in. */
final class MailboxMailCommands {
    private static final long LARGEST_MESSAGE = 256L << 20;

    private MailboxMailCommands() {}

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            customSynopsis = "./sceau mailbox export ADRESSE FICHIER.zip",
            description =
                    "Copie tout le courrier d'une boîte dans un ZIP, en clair : un fichier .eml par message, octet pour"
                            + " octet, les dossiers en répertoires, et manifest.tsv (dossier, numéro, date, drapeaux, mots-clés, SHA-256,"
                            + " constat).",
            exitCodeListHeading = "Codes de retour :%n",
            exitCodeList = {"0:fait", "1:échec ; aucun fichier n'est laissé", "2:mauvais appel"})
    static final class Export implements Callable<Integer> {
        @Mixin
        private Home home = new Home();

        @Parameters(index = "0", paramLabel = "ADRESSE", description = "Adresse de la boîte.")
        private String address = "";

        @Parameters(index = "1", paramLabel = "FICHIER.zip", description = "Fichier à créer.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            Progress progress = Progress.on(System.err, "Export");
            DataSource database = database(ServerConfiguration.load(home.path()));
            MailboxExport.Written written = LongWork.of(
                    () -> new MailboxExport(database, progress).write(lower(address), WorkingFolder.resolve(file)));
            progress.end();
            new MailTrace(home.path()).exported(lower(address), written.messages());
            System.out.println(written.messages() + " messages de " + written.folders() + " dossiers dans " + file
                    + " (en clair : à protéger)");
            return 0;
        }
    }

    @Command(
            name = "import-mail",
            mixinStandardHelpOptions = true,
            customSynopsis = "./sceau mailbox import-mail ADRESSE FICHIER.zip",
            description =
                    "Ajoute à une boîte le courrier d'un ZIP fait par « export ». Tout le ZIP est vérifié d'abord. Les"
                            + " dossiers qui manquent sont créés. Relancée, la commande n'ajoute rien : d'un même message (mêmes octets),"
                            + " un dossier ne reçoit pas plus d'exemplaires que le ZIP n'en a. Les messages importés ne portent aucun"
                            + " constat de ce serveur.",
            exitCodeListHeading = "Codes de retour :%n",
            exitCodeList = {"0:fait", "1:échec ; relancer complète ce qui manque", "2:mauvais appel"})
    static final class Import implements Callable<Integer> {
        @Mixin
        private Home home = new Home();

        @Parameters(index = "0", paramLabel = "ADRESSE", description = "Adresse d'une boîte de cette installation.")
        private String address = "";

        @Parameters(index = "1", paramLabel = "FICHIER.zip", description = "Fichier fait par « export ».")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            ServerConfiguration configuration = ServerConfiguration.load(home.path());
            long largest = Math.max(LARGEST_MESSAGE, configuration.maxMessageBytes());
            MailboxImport.Imported imported = LongWork.of(() -> new MailboxImport(database(configuration), largest)
                    .read(lower(address), WorkingFolder.resolve(file), label -> Progress.on(System.err, label)));
            new MailTrace(home.path()).imported(lower(address), imported.added());
            System.out.println(imported.added() + " messages ajoutés, " + imported.present() + " déjà là");
            return 0;
        }
    }

    private static DataSource database(ServerConfiguration configuration) {
        return InstallationDatabase.source(
                configuration.database().port(), configuration.database().password());
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
