package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.bench.BenchException;
import fr.sceau.bench.measure.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same questions to both servers, and each answer held against a scan. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Questions à Sceau et à slapd, mêmes entrées ; chaque réponse est vérifiée.")
public final class CompareCommand implements Callable<Integer> {
    @Option(names = "--sceau", required = true, paramLabel = "PORT", description = "l'annuaire de Sceau")
    private int sceauPort;

    @Option(names = "--slapd", required = true, paramLabel = "PORT", description = "slapd")
    private int slapdPort;

    @Option(names = "--ldif", required = true, paramLabel = "FICHIER", description = "toutes les entrées")
    private Path ldif = Path.of("");

    @Option(names = "--seed", defaultValue = "1", description = "graine (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--minutes", defaultValue = "15", description = "des tours, au plus (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--rounds", defaultValue = "5", description = "tours mesurés (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--millis", defaultValue = "1000", description = "par tranche (${DEFAULT-VALUE})")
    private long millis;

    @Option(names = "--keys", defaultValue = "2000", description = "questions par clé (${DEFAULT-VALUE})")
    private int keys;

    @Option(
            names = "--texts",
            defaultValue = "300",
            description = "autres questions de chaque sorte (${DEFAULT-VALUE})")
    private int texts;

    @Override
    public Integer call() throws IOException, LDAPException, InterruptedException {
        Export export = new Export(ldif);
        Map<Kind, List<Question>> questions = draw(export);
        Server sceau = new Server("Sceau", sceauPort);
        Server slapd = new Server("slapd", slapdPort);
        Rounds course = new Rounds(sceau, slapd, questions, Duration.ofMillis(millis));
        int done = course.run(rounds, new Budget(Duration.ofMinutes(minutes)));
        if (done == 0) {
            throw new BenchException("le temps n'a pas suffi pour un tour");
        }
        Map<Kind, List<Truth>> truths = scan(export, questions, List.of(sceau, slapd));
        boolean fast = new SpeedReport(course.pairs(), done, rounds).print();
        boolean right = new TruthReport(sceau, slapd, truths).print();
        return fast && right ? 0 : 1;
    }

    private Map<Kind, List<Question>> draw(Export export) throws IOException {
        Map<Kind, Sample> samples = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            samples.put(kind, new Sample(kind, kind.isByKey() ? keys : texts, seed));
        }
        export.each("tirage", entry -> samples.values().forEach(sample -> sample.offer(entry)));
        Map<Kind, List<Question>> questions = new EnumMap<>(Kind.class);
        samples.forEach((kind, sample) -> questions.put(kind, sample.questions()));
        questions.forEach((kind, asked) -> {
            if (asked.isEmpty()) {
                throw new BenchException("rien à demander : " + kind.title());
            }
        });
        return questions;
    }

    private static Map<Kind, List<Truth>> scan(Export export, Map<Kind, List<Question>> questions, List<Server> servers)
            throws IOException {
        Map<Kind, List<Truth>> truths = new EnumMap<>(Kind.class);
        questions.forEach((kind, asked) -> truths.put(
                kind, asked.stream().map(one -> new Truth(one, servers)).toList()));
        List<Truth> all = new ArrayList<>();
        truths.values().forEach(all::addAll);
        long entries = export.each("vérification", new Scan(all)::look);
        System.out.printf("%n%d entrées, chacune tenue contre %d questions%n", entries, all.size());
        return truths;
    }
}
