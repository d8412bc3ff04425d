package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what an operator has to look at: the accounts answer, and no mail is put aside. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Boîtes, et courrier mis de côté après trop d'échecs.",
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:rien à faire", "1:la base ne répond pas", "3:du courrier est mis de côté"})
final class StatusCommand implements Callable<Integer> {
    private static final int SOMETHING_TO_DO = 3;

    @Mixin
    private Home home = new Home();

    @Override
    public Integer call() {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        try (AccountTables tables = AccountTables.open(configuration)) {
            System.out.println("boîtes : " + tables.accounts().mailboxes().size());
        }
        long aside = aside("parked") + aside("outside");
        System.out.println("courrier mis de côté : " + aside);
        if (aside > 0) {
            System.out.println("  à examiner dans " + home.path().resolve("james/mail"));
        }
        return aside == 0 ? 0 : SOMETHING_TO_DO;
    }

    /** James keeps two files for each mail: its bytes and its envelope; one of them is counted. */
    private long aside(String repository) {
        Path folder = home.path().resolve("james/mail").resolve(repository);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".FileStreamStore"))
                    .count();
        } catch (IOException e) {
            throw new ServerException("Lecture impossible : " + folder, e);
        }
    }
}
