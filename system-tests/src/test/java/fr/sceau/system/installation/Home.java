package fr.sceau.system.installation;

import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder of an installation under test, outside the clone so that the database's account can enter it. */
final class Home {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(120);
    private static final String PREPARE =
            "for part in base home; do . libexec/$part.sh; done; ensure_account; prepare_files";

    private final Path root =
            Path.of(System.getProperty("sceau.root", "..")).toAbsolutePath().normalize();
    private final Path logs;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private final Path folder;
    private final Ports ports;

    /** {@code conf/} as {@code ./sceau init} copies it, other ports, and the demo world. */
    Home(String logFolder) throws IOException {
        logs = logs(logFolder);
        folder = Files.createTempDirectory(
                Path.of("/tmp"),
                "sceau-test-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        environment.put("SCEAU_HOME", folder.toString());
        run("prepare", List.of("sh", "-euc", PREPARE));
        ports = Ports.rewrite(folder.resolve("conf/sceau.properties"));
        run("generate", java("demo", "-Xmx192m", "fr.sceau.demo.Main", "generate", "--home", folder.toString()));
        requireEncryption();
    }

    /** A folder that is an installation already, on other ports. */
    Home(Path installation, String logFolder) throws IOException {
        logs = logs(logFolder);
        folder = installation;
        environment.put("SCEAU_HOME", folder.toString());
        ports = Ports.rewrite(folder.resolve("conf/sceau.properties"));
    }

    private Path logs(String logFolder) throws IOException {
        return Files.createDirectories(root.resolve("system-tests/target").resolve(logFolder));
    }

    /** The demo requires encryption of nobody. Paul can open it; a partner's doctor without a certificate cannot. */
    private void requireEncryption() throws IOException {
        Path policies = folder.resolve("conf/policies.tsv");
        String present = Files.readString(policies);
        String changed = present.replace(Cast.PAUL + "\ton-behalf\t-", Cast.PAUL + "\ton-behalf\trequired");
        if (changed.equals(present)) {
            throw new IllegalStateException("conf/policies.tsv says nothing of Paul");
        }
        Files.writeString(policies, changed + "\n" + Cast.HELENE + "\t-\trequired\n");
    }

    /** Removes the folder; what the processes logged stays under system-tests/target. */
    void delete() {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** What every program started from now on finds in its environment. */
    Map<String, String> environment() {
        return environment;
    }

    Path root() {
        return root;
    }

    Path logs() {
        return logs;
    }

    Path folder() {
        return folder;
    }

    int port(String key) {
        return ports.of(key);
    }

    Installation installation() {
        return Installation.open(folder);
    }

    /** Runs a program in the clone to its end; anything but exit code 0 fails. */
    void run(String name, List<String> command) {
        start(name, command).finish(LONGEST_STEP);
    }

    /** Starts a program in the clone; its output goes to the log of its name. */
    Child start(String name, List<String> command) {
        return Child.start(command, root, logs.resolve(name + ".log"), environment);
    }

    /** The command line of a main class of one of our modules. */
    List<String> java(String module, String heap, String main, String... arguments) {
        List<String> flags = new ArrayList<>(List.of(heap));
        if (module.equals("james-server")) {
            flags.add("-Dlogback.configurationFile=" + folder.resolve("conf/logback.xml"));
            flags.addAll(List.of("--add-opens", "jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED"));
        }
        return Child.java(root.resolve(module).resolve("target/lib"), flags, main, List.of(arguments));
    }
}
