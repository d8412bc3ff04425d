package fr.sceau.bench.crypto;

import fr.sceau.bench.measure.Budget;
import fr.sceau.bench.measure.Machine;
import fr.sceau.bench.measure.Progress;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Each case by each peer, one after the other, within a time. */
@Command(
        name = "crypto",
        mixinStandardHelpOptions = true,
        description = "S/MIME à côté d'OpenSSL, message entier, un cœur.")
public final class CryptoCommand implements Callable<Integer> {
    @Option(names = "--folder", required = true, paramLabel = "DOSSIER", description = "dossier de travail")
    private Path folder = Path.of("");

    @Option(names = "--minutes", defaultValue = "15", description = "durée au plus (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--only", paramLabel = "OPÉRATION", description = "${COMPLETION-CANDIDATES}")
    private @Nullable Operation only;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, SmimeException, RunnerException {
        Budget budget = new Budget(Duration.ofMinutes(minutes));
        List<Case> cases = Case.all().stream()
                .filter(one -> only == null || one.operation() == only)
                .toList();
        prepare(cases);
        System.out.printf("%s, charge %.1f, %s%n", Machine.describe(), Machine.load(), LibCrypto.OpenSSL_version(0));
        Map<Case, Timing> results = measure(cases, budget);
        return new CryptoReport(results, cases).print() ? 0 : 1;
    }

    private void prepare(List<Case> cases) throws IOException, GeneralSecurityException, SmimeException {
        for (KeyKind kind : KeyKind.values()) {
            Material.make(folder, kind);
        }
        for (Case one : cases) {
            new Messages(folder, one.kind(), one.octets()).make();
        }
    }

    private Map<Case, Timing> measure(List<Case> cases, Budget budget) throws RunnerException {
        Map<Case, Timing> results = new LinkedHashMap<>();
        Measurement measurement = new Measurement(folder);
        Progress progress = new Progress("mesures", cases.size());
        Duration longest = Duration.ZERO;
        for (Case one : cases) {
            if (!budget.allows(longest)) {
                break;
            }
            long start = System.nanoTime();
            results.put(one, measurement.of(one));
            longest = Duration.ofNanos(Math.max(longest.toNanos(), System.nanoTime() - start));
            progress.at(results.size());
        }
        return results;
    }
}
