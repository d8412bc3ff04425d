package fr.sceau.system.faults;

import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An installation of its own on a disk and a clock of its own, and every fault upon it. */
final class Matrix implements AutoCloseable {
    private final TestSceau sceau;
    private final Disk disk;
    private final Optional<Clock> clock;

    private Matrix(TestSceau sceau, Disk disk, Optional<Clock> clock) {
        this.sceau = sceau;
        this.disk = disk;
        this.clock = clock;
    }

    static Matrix open() throws IOException {
        Making making = new Making();
        Path root =
                Path.of(System.getProperty("sceau.root", "..")).toAbsolutePath().normalize();
        TestSceau sceau = TestSceau.apart("logs-faults", (folder, environment) -> {
            making.disk = Disk.under(folder);
            making.clock = Clock.under(root, folder, environment);
        });
        Disk disk = making.disk;
        if (disk == null) {
            throw new IllegalStateException("no disk");
        }
        return new Matrix(sceau, disk, making.clock);
    }

    private static final class Making {
        private @Nullable Disk disk;
        private Optional<Clock> clock = Optional.empty();
    }

    /** Whether the clock can be turned here. */
    boolean hasClock() {
        return clock.isPresent();
    }

    /** Adds a row for each fault as soon as it is counted. */
    void strike(int killsOfJames, int killsOfPostgres, long seed, List<Row> rows, Campaign.Progress progress)
            throws IOException {
        Campaign campaign = new Campaign(sceau, seed);
        campaign.kills(killsOfJames, killsOfPostgres, rows, progress);
        progress.at("disque plein");
        rows.add(campaign.fullDisk(disk));
        if (clock.isPresent()) {
            progress.at("horloge reculée");
            rows.addAll(campaign.clock(clock.get()));
        }
    }

    @Override
    public void close() {
        sceau.stop();
        disk.detach();
    }
}
