package fr.sceau.server.cli;

import fr.sceau.server.ServerException;
import fr.sceau.server.backup.BackupReader;
import fr.sceau.server.backup.Progress;
import fr.sceau.server.backup.Restoration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an installation out of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        customSynopsis = "./sceau restore FICHIER --into DOSSIER --key P12 [--verify-only] [--exact]",
        description = {
            "Restaure une sauvegarde dans un dossier vide ou absent, avec une base de données à elle.",
            "Tout le fichier est lu et vérifié avant que rien ne soit écrit ; ce qui est restauré lui est ensuite comparé."
        },
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {
            "0:fait",
            "1:refusé, rien n'est écrit",
            "2:mauvais appel",
            "3:interrompu ; le dossier est inachevé, rien n'y démarre : l'effacer et recommencer"
        })
final class RestoreCommand implements Callable<Integer> {
    private static final int HALF_DONE = 3;

    @Parameters(paramLabel = "FICHIER", description = "La sauvegarde.")
    private Path file = Path.of("");

    @Option(names = "--into", required = true, paramLabel = "DOSSIER", description = "Dossier vide ou absent.")
    private Path into = Path.of("");

    @Option(names = "--verify-only", description = "Vérifier seulement ; ne rien écrire.")
    private boolean verifyOnly;

    @Option(
            names = "--exact",
            description =
                    "Laisser les compteurs des boîtes tels quels, pour une copie qu'aucun client n'ouvrira."
                            + " Sinon les numéros suivants sautent d'un million : aucun de ceux donnés depuis ne sert deux fois.")
    private boolean exact;

    @Option(names = "--clone", required = true, hidden = true)
    private Path clone = Path.of("");

    @Mixin
    private KeyFile key = new KeyFile();

    @Override
    public Integer call() {
        Path home = WorkingFolder.resolve(into);
        BackupReader reader = new BackupReader(WorkingFolder.resolve(file), key.keys());
        Restoration restoration = Restoration.with(reader, home, clone, exact);
        BackupReader.Contents contents = LongWork.of(() -> restoration.verify(RestoreCommand::step));
        System.out.println("Sauvegarde intacte, prise le " + contents.index().created());
        System.out.println("  " + BackupCommand.describe(contents.manifest()));
        return verifyOnly ? 0 : putInPlace(restoration, home);
    }

    private static int putInPlace(Restoration restoration, Path home) {
        try {
            LongWork.of(() -> {
                restoration.putInPlace(RestoreCommand::step);
                return home;
            });
        } catch (ServerException e) {
            System.err.println(e.getMessage());
            System.err.println("Restauration inachevée : effacer " + home + " et recommencer.");
            return HALF_DONE;
        }
        System.out.println("Installation restaurée et comparée dans " + home);
        return 0;
    }

    private static Progress step(String label) {
        return Progress.on(System.err, label);
    }
}
