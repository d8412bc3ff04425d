package fr.sceau.server.cli;

import fr.sceau.directory.client.PastDeliveries;
import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.correspondents.Correspondents;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What became of our mail to the mailboxes of others; works whether the mail server runs or not. */
@Command(
        name = "correspondents",
        mixinStandardHelpOptions = true,
        description = {
            "Ce qu'il est advenu de nos messages pour les boîtes des autres opérateurs.",
            "Sans adresse : celles où quelque chose a échoué depuis la dernière remise, le plus récent d'abord."
        },
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:fait", "1:échec, ou rien n'est connu de cette adresse", "2:mauvais appel"})
final class CorrespondentsCommand implements Callable<Integer> {
    private static final int MOST_LINES = 500;

    @Mixin
    private Home home = new Home();

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "ADRESSE",
            description = "Adresse d'une boîte d'un autre opérateur.")
    private String address = "";

    @Override
    public Integer call() {
        try (AccountTables tables = AccountTables.open(ServerConfiguration.load(home.path()))) {
            Correspondents correspondents = new Correspondents(tables.database());
            return address.isBlank() ? list(correspondents) : show(correspondents);
        }
    }

    private static int list(Correspondents correspondents) {
        List<PastDeliveries> failing = correspondents.failing(MOST_LINES + 1);
        System.out.println(CorrespondentTable.HEADER);
        failing.stream().limit(MOST_LINES).map(CorrespondentTable::line).forEach(System.out::println);
        if (failing.size() > MOST_LINES) {
            System.out.println("… seules les " + MOST_LINES + " premières sont montrées");
        }
        return 0;
    }

    private int show(Correspondents correspondents) {
        Optional<PastDeliveries> found = correspondents.find(address);
        if (found.isEmpty()) {
            System.err.println(
                    "Rien n'est connu de cette adresse : aucun message n'y est parti, ou il y a plus de deux ans.");
            return 1;
        }
        CorrespondentTable.details(found.get()).forEach(System.out::println);
        return 0;
    }
}
