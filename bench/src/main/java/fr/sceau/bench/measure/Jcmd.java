package fr.sceau.bench.measure;

import fr.sceau.bench.BenchException;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's diagnostic commands, to the mail server of an installation. */
public final class Jcmd {
    private final String pid;

    public Jcmd(Installation installation) throws IOException {
        this.pid = Files.readString(installation.path("run", "james.pid")).split(" ")[0];
    }

    /** Number of the process. */
    public String pid() {
        return pid;
    }

    /** Returns what it said. */
    public String ask(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchException("jcmd " + command[0] + " : " + said);
        }
        return said;
    }
}
