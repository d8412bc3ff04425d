package fr.sceau.system.model;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.time.Duration;

/** {@code ./sceau prove imap [SECONDS [SEED]]}: the model alone, on an installation of its own. */
final class Main {
    private static final int BAR = 40;

    private Main() {}

    /** Exit code 1 at a contradiction, which is printed with the commands that led to it. */
    public static void main(String[] arguments) throws IOException {
        Duration length = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 3600);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis() % 1_000_000;
        try {
            Model model = new Model(TestSceau.shared(), Cast.CLAIRE, Plan.of(seed, length));
            System.out.println("\n" + model.run(Main::show));
        } catch (Contradiction e) {
            System.out.println("\n" + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static void show(double share, String state) {
        int full = (int) (share * BAR);
        System.out.printf("\r[%s%s] %3d %% %s", "#".repeat(full), ".".repeat(BAR - full), (int) (share * 100), state);
        System.out.flush();
    }
}
