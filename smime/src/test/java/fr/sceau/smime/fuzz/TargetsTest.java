package fr.sceau.smime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.FuzzSeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first inputs of {@code ./sceau prove fuzz}; what it found has a test where the fault was. */
class TargetsTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void seeds(@TempDir Path empty) throws Exception {
        folder = empty;
        FuzzSeeds.writeHonest(empty);
    }

    @ParameterizedTest
    @EnumSource
    void every_seed_has_the_property(Targets named) throws Exception {
        Target target = named.in(FuzzWorld.load(folder.resolve("world")));
        List<Path> files;
        try (Stream<Path> found = Files.list(folder.resolve("seeds").resolve(named.title()))) {
            files = found.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            target.check(Files.readAllBytes(file));
        }
    }
}
