package fr.sceau.agent;

import fr.sceau.agent.batch.Batch;
import fr.sceau.agent.batch.BatchSummary;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code batch}: sends a folder of results. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = false,
        description = {
            "Envoie chaque fichier d'un dossier dans un message signé, chiffré si le destinataire l'a déclaré.",
            "Après une interruption, même brutale, relancer la même commande : rien n'est signé ni envoyé deux fois."
        },
        footerHeading = "%nTable des destinataires :%n",
        footer = {
            "  DOSSIER/destinataires.tsv (tabulations) ou destinataires.csv (points-virgules), UTF-8 ou Windows-1252.",
            "  Une ligne par message : fichier, adresse du destinataire, objet (facultatif, sans identité de patient).",
            "  Un fichier peut avoir plusieurs lignes. La ligne * vaut pour les fichiers sans ligne à eux.",
            "    20260401-1.hpr   claire.martin@exemple.mssante.test   Résultats de biologie",
            "    *                cardiologie@exemple.mssante.test",
            "",
            "Codes de retour :",
            "  0 tout est accepté ; 2 des refus (voir le CSV) ; 3 interrompu ou inachevé, à relancer ;",
            "  64 commande, fichier ou table incorrects.",
            "",
            "Rapport CSV : fichier;destinataire;état;motif;accusé;message-id;horodatage;conseil",
            "conseil : ce que l'annuaire (--ldap) dit de la boîte, fermée ou d'un autre type, et la meilleure ; il n'arrête rien"
        })
final class BatchCommand implements Callable<Integer> {
    private static final int SECONDS_TO_STOP = 130;

    @Mixin
    private BatchArguments arguments = new BatchArguments();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Progress progress = new Progress(out, Terminal.isInteractive());
            Batch batch = new Batch(arguments.toOptions(), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(batch, ended)));
            BatchSummary summary = batch.run();
            progress.ended(summary, arguments.report());
            return summary.exitCode().code();
        } catch (AgentException e) {
            errors.println(e.getMessage());
            return e.exitCode().code();
        } finally {
            ended.countDown();
        }
    }

    /** Ctrl-C: the message in hand is finished, the report written, and the exit code says that work remains. */
    private static void stop(Batch batch, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        batch.stop();
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.UNFINISHED.code());
    }
}
