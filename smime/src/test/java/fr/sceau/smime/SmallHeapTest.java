package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.proof.LargeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 MB in a heap of 256 MB takes too long for a build and is {@code ./sceau prove large}; here less in less. */
class SmallHeapTest {
    private static final int MEGABYTES = 30;

    @Test
    void whole_messages_pass_through_a_heap_that_could_not_hold_them(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMessage.class.getName(),
                        Integer.toString(MEGABYTES),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroy();
        assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
    }
}
