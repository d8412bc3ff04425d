package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own each time: what computes is chosen once in a process, when it starts. */
class AcceleratorTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final List<String> PLATFORM = new ArrayList<>();

    @TempDir
    private static Path folder = Path.of("given by JUnit");

    @BeforeAll
    static void prepare() throws Exception {
        Outcomes.prepare(folder);
        PLATFORM.addAll(outcomes(CLASS_PATH, "-Dsceau.accelerator=off"));
    }

    /** The engine, then the outcomes. */
    private static List<String> outcomes(String classPath, String flag) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath));
            command.addAll(List.of(flag, "-XX:+UseSerialGC", Outcomes.class.getName(), folder.toString()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0)
                    .as(said)
                    .isTrue();
            return said.lines().toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> withoutEngine(List<String> lines) {
        return lines.subList(1, lines.size());
    }

    @Test
    void the_platform_alone_signs_seals_opens_and_refuses() {
        assertThat(PLATFORM.get(0)).isEqualTo("Java (switched off)");
        assertThat(withoutEngine(PLATFORM))
                .containsExactly(
                        "rsa: Intact",
                        "rsa, content changed: Broken[form=CLEAR, fault=DIGEST_MISMATCH]",
                        "rsa, signature changed: Broken[form=CLEAR, fault=SIGNATURE_MISMATCH]",
                        "pss: Intact",
                        "pss, content changed: Broken[form=CLEAR, fault=DIGEST_MISMATCH]",
                        "pss, signature changed: Broken[form=CLEAR, fault=SIGNATURE_MISMATCH]",
                        "ecdsa: Intact",
                        "ecdsa, content changed: Broken[form=CLEAR, fault=DIGEST_MISMATCH]",
                        "ecdsa, signature changed: Broken[form=CLEAR, fault=SIGNATURE_MISMATCH]",
                        "pkcs1: SIGNATURE true",
                        "pkcs1, end changed: Damaged[]",
                        "pkcs1, content changed: Damaged[]",
                        "pkcs1, cut: Damaged[]",
                        "oaep: TAG true",
                        "oaep, end changed: Damaged[]",
                        "oaep, content changed: Damaged[]",
                        "oaep, cut: Damaged[]",
                        "curve: TAG true",
                        "curve, end changed: Damaged[]",
                        "curve, content changed: Damaged[]",
                        "curve, cut: Damaged[]");
    }

    @Test
    void the_accelerator_changes_no_outcome() {
        assumeThat(System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .as("system for which there is an accelerator")
                .isIn("Linux amd64", "Linux aarch64");
        List<String> accelerated = outcomes(CLASS_PATH, "-Dsceau.accelerator=auto");
        assertThat(accelerated.get(0)).startsWith("AmazonCorrettoCryptoProvider ");
        assertThat(withoutEngine(accelerated)).isEqualTo(withoutEngine(PLATFORM));
    }

    @Test
    void without_its_jar_the_platform_computes() {
        String without = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.contains("CorrettoCryptoProvider"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> lines = outcomes(without, "-Dsceau.accelerator=auto");
        assertThat(lines.get(0)).isEqualTo("Java (none on the class path)");
        assertThat(withoutEngine(lines)).isEqualTo(withoutEngine(PLATFORM));
    }

    @Test
    void a_library_that_does_not_load_is_not_used() {
        List<String> lines = outcomes(CLASS_PATH, "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true");
        assertThat(lines.get(0)).isEqualTo("Java (AmazonCorrettoCryptoProvider does not load on this system)");
        assertThat(withoutEngine(lines)).isEqualTo(withoutEngine(PLATFORM));
    }
}
