package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.index.Country;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A new version that is as an earlier one was. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Fait une nouvelle version, telle qu'était celle de ce numéro.",
            "Rien n'est perdu : ce qui a été défait reste dans l'historique."
        })
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Parameters(paramLabel = "VERSION", description = "numéro de la version à retrouver")
    private long number;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Country country = index.open()) {
            long made = country.rollback(number, LocalDate.now()).number();
            spec.commandLine().getOut().printf("Version %d, telle qu'était la version %d%n", made, number);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Pas de version " + number + ".", e);
        }
    }
}
