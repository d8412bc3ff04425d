package fr.sceau.system.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code ./sceau prove faults [KILLS-OF-JAMES [KILLS-OF-POSTGRESQL]]}: the matrix as a table. */
final class Main {
    private Main() {}

    /** Exit code 1 when something was lost, doubled or refused for good. */
    public static void main(String[] arguments) throws IOException {
        int james = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        int postgres = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        long seed = System.currentTimeMillis();
        Bar bar = new Bar(james + postgres + 2);
        System.out.println("graine " + seed);
        List<Row> rows = new ArrayList<>();
        try (Matrix matrix = Matrix.open()) {
            if (!matrix.hasClock()) {
                System.out.println("Horloge non éprouvée : pas de compilateur C ici (apt-get install gcc libc6-dev)");
            }
            matrix.strike(james, postgres, seed, rows, bar);
        } finally {
            System.out.println("\n\n" + Row.table(rows));
        }
        System.exit(rows.stream().allMatch(Row::clean) ? 0 : 1);
    }

    private static final class Bar implements Campaign.Progress {
        private static final int WIDTH = 40;
        private final int all;
        private int done;

        Bar(int all) {
            this.all = all;
        }

        @Override
        public void at(String fault) {
            int full = WIDTH * done / all;
            System.out.printf("\r[%s%s] %d/%d %-45s", "#".repeat(full), ".".repeat(WIDTH - full), done, all, fault);
            System.out.flush();
            done++;
        }
    }
}
