package fr.sceau.bench;

import fr.sceau.bench.crypto.CryptoCommand;
import fr.sceau.bench.delivery.DeliveryCommand;
import fr.sceau.bench.directory.DirectoryCommand;
import fr.sceau.bench.growth.GrowthCommand;
import fr.sceau.bench.profile.ProfileCommand;
import fr.sceau.bench.reading.ReadingCommand;
import fr.sceau.bench.world.WorldCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the benches; {@code ./sceau prove bench}, {@code growth}, {@code crypto}, {@code directory} start the systems and call this. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Mesure Sceau à côté d'autres.",
        synopsisSubcommandLabel = "COMMANDE",
        subcommands = {
            WorldCommand.class,
            DeliveryCommand.class,
            ReadingCommand.class,
            GrowthCommand.class,
            ProfileCommand.class,
            CryptoCommand.class,
            DirectoryCommand.class
        })
public final class Main {
    private Main() {}

    /** Exit codes: 0 done and reached, 1 not reached or not done, 2 wrong call. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    failure.printStackTrace(line.getErr());
                    return 1;
                })
                .execute(arguments));
    }
}
