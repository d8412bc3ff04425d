package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.Dialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every text of {@code src/test/resources/dialogues} against the server that boots the repository's conf/. */
final class TextDialogueTest {
    private final TestSceau sceau = TestSceau.shared();

    static List<Path> dialogues() throws IOException {
        Path folder = TestSceau.shared().root().resolve("system-tests/src/test/resources/dialogues");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> texts = files.sorted().toList();
            assertThat(texts).isNotEmpty();
            return texts;
        }
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void server_answers_as_written(Path text) throws IOException {
        new Dialogue(sceau).play(text);
    }
}
