package fr.sceau.bench.crypto;

import fr.sceau.bench.measure.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A process by JMH: some seconds to get warm, one where nothing is compiled meanwhile; then five short measurements, of which
 * the median counts.
 */
record Measurement(Path folder) {
    Timing of(Case one) throws RunnerException {
        return new Timing(micros(one, Peer.OPENSSL), micros(one, Peer.ACCELERATED), micros(one, Peer.JAVA));
    }

    private double micros(Case one, Peer peer) throws RunnerException {
        RunResult result = new Runner(options(one, peer)).runSingle();
        List<Double> iterations = new ArrayList<>();
        for (IterationResult iteration :
                result.getBenchmarkResults().iterator().next().getIterationResults()) {
            iterations.add(iteration.getPrimaryResult().getScore());
        }
        return Series.of(iterations).median();
    }

    /**
     * Seconds. On one core the compiler takes its time from what it compiles, and a small message goes through as much code as
     * a large one in a thousandth of the time.
     */
    private static int warm(Case one, Peer peer) {
        boolean small = one.octets() == Case.SMALL;
        return switch (peer) {
            case OPENSSL -> 1;
            case ACCELERATED -> small ? 12 : 7;
            case JAVA -> small ? 7 : 4;
        };
    }

    private Options options(Case one, Peer peer) {
        List<String> flags = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + folder));
        flags.addAll(peer.flags());
        return new OptionsBuilder()
                .include(CryptoBench.class.getName() + ".once")
                .param("peer", peer.name())
                .param("operation", one.operation().name())
                .param("kind", one.kind().name())
                .param("octets", Integer.toString(one.octets()))
                .param("folder", folder.toString())
                .forks(1)
                .warmupIterations(warm(one, peer))
                .warmupTime(TimeValue.milliseconds(1000))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .jvmArgs(flags.toArray(new String[0]))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
