package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator what was left out: counts to the log, and {@code line<TAB>reason} to {@code
 * directory/quarantine/FILE.tsv}. The lines themselves stay in the file they came in.
 */
public final class QuarantineReport {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineReport.class);

    private final Path folder;

    public QuarantineReport(Path folder) {
        this.folder = folder;
    }

    public void lines(String fileName, Quarantine quarantine) {
        if (quarantine.size() > 0) {
            LOG.warn("{}: {} lines left out: {}", fileName, quarantine.size(), quarantine.reasons());
        }
        write(
                fileName,
                quarantine.lines().stream()
                        .map(line -> line.number() + "\t" + line.reason())
                        .toList());
    }

    /** Reports on files: each problem names one and a reason. */
    public void files(String name, List<String> problems) {
        if (!problems.isEmpty()) {
            LOG.warn("{}: {} left out, named in {}", name, problems.size(), folder.getFileName());
        }
        write(name, problems);
    }

    private void write(String name, List<String> problems) {
        Path report = folder.resolve(name + ".tsv");
        try {
            if (problems.isEmpty()) {
                Files.deleteIfExists(report);
                return;
            }
            Files.createDirectories(folder);
            List<String> content = new ArrayList<>(List.of("where\treason"));
            content.addAll(problems);
            Path written = Files.write(folder.resolve(name + ".tmp"), content);
            Files.move(written, report, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the report on {} cannot be written", name, e);
        }
    }
}
