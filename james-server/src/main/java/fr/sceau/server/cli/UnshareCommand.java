package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes all rights on a box away from a person. */
@Command(
        name = "unshare",
        mixinStandardHelpOptions = true,
        description = "Retire à une personne tous ses droits sur une boîte.")
final class UnshareCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(index = "0", paramLabel = "BOÎTE", description = "Adresse de la boîte.")
    private String box = "";

    @Parameters(index = "1", paramLabel = "PERSONNE", description = "Adresse du compte de la personne.")
    private String person = "";

    @Override
    public Integer call() {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        try (AccountTables tables = AccountTables.open(configuration)) {
            if (!tables.delegations().remove(box, person)) {
                throw new ServerException(person + " n'a aucun droit sur " + box);
            }
        }
        new ShareTrace(configuration.home()).taken(box, person);
        System.out.println("Droits retirés : " + person + " sur " + box);
        return 0;
    }
}
