package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import fr.sceau.server.accounts.Delegation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who may use a box, and which boxes a person may use. */
@Command(
        name = "shares",
        mixinStandardHelpOptions = true,
        description = "Énumère les droits donnés sur une boîte, et ceux qu'a une personne.")
final class SharesCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(index = "0", paramLabel = "ADRESSE", description = "Adresse d'une boîte ou d'une personne.")
    private String address = "";

    @Override
    public Integer call() {
        List<Delegation> all;
        try (AccountTables tables = AccountTables.open(ServerConfiguration.load(home.path()))) {
            if (!tables.accounts().exists(address)) {
                throw new ServerException("Compte inconnu : " + address);
            }
            all = new ArrayList<>(tables.delegations().on(address));
            all.addAll(tables.delegations().of(address));
        }
        System.out.println(ShareTable.HEADER);
        all.stream().map(ShareTable::line).forEach(System.out::println);
        return 0;
    }
}
