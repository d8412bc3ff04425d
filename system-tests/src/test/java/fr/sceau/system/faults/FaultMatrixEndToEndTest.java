package fr.sceau.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 250 means kept, once. {@code -Dsceau.faults.kills=N}, {@code -Dsceau.faults.crashes=N}: of james, of PostgreSQL. */
@Timeout(900)
final class FaultMatrixEndToEndTest {
    private static final int KILLS = Integer.getInteger("sceau.faults.kills", 5);
    private static final int CRASHES = Integer.getInteger("sceau.faults.crashes", 2);

    @BeforeAll
    static void peers() {
        assumeTrue("1".equals(System.getenv("SCEAU_PEERS")), "outils extérieurs non demandés (SCEAU_PEERS=1)");
    }

    @Test
    void nothing_accepted_is_lost_or_shown_twice_whatever_breaks() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Matrix matrix = Matrix.open()) {
            assertThat(matrix.hasClock())
                    .as("un compilateur C est installé (paquets gcc et libc6-dev)")
                    .isTrue();
            matrix.strike(KILLS, CRASHES, System.currentTimeMillis(), rows, fault -> {});
        } finally {
            System.out.println(Row.table(rows));
        }
        assertThat(rows).allMatch(Row::clean);
    }
}
