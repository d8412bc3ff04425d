package fr.sceau.system.installation;

import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Logins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * A whole installation that boots the repository's own {@code conf/}, with the demo world, on free ports. Started once
 * for all tests of a run: they may kill its parts and start them again, but must not count on an empty mailbox.
 */
public final class TestSceau {
    private final Home home;
    private final Programs programs;
    private final Installation installation;
    private final Logins logins;
    private Child james;

    private TestSceau(String logs, Hardship hardship) throws IOException {
        home = new Home(logs);
        programs = new Programs(home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(programs, home), "stop-sceau"));
        installation = home.installation();
        hardship.before(home.folder(), home.environment());
        logins = Logins.of(installation);
        programs.postgres("start");
        programs.directory();
        String accounts = installation.path("demo", "accounts.tsv").toString();
        home.run("import", mailboxCommand("import", accounts));
        james = programs.james();
    }

    private static void leave(Programs programs, Home home) {
        programs.stopAll();
        home.delete();
    }

    private TestSceau(Home restored) {
        home = restored;
        programs = new Programs(home);
        installation = home.installation();
        logins = Logins.of(installation);
        programs.postgres("start");
        programs.directory();
        james = programs.james();
    }

    /** Starts an installation that was restored into a folder, on ports of its own; the caller stops it. */
    public static TestSceau restored(Path folder) throws IOException {
        return new TestSceau(new Home(folder, "logs-restored"));
    }

    /** The one installation of this test run. */
    public static TestSceau shared() {
        return Shared.SCEAU;
    }

    private static final class Shared {
        private static final TestSceau SCEAU = boot();

        private static TestSceau boot() {
            try {
                return new TestSceau("logs", (folder, environment) -> {});
            } catch (IOException e) {
                throw new UncheckedIOException("no installation for the tests", e);
            }
        }
    }

    /** What an installation of a test's own has to live with; arranged before the database starts. */
    public interface Hardship {
        void before(Path folder, Map<String, String> environment) throws IOException;
    }

    /** An installation that only one test knows; its logs go to that folder of {@code target/}. Whoever asks ends it. */
    public static TestSceau apart(String logs, Hardship hardship) throws IOException {
        return new TestSceau(logs, hardship);
    }

    /** The installation's folder and settings. */
    public Installation installation() {
        return installation;
    }

    /** Who logs in with which password. */
    public Logins logins() {
        return logins;
    }

    /** The clone. */
    public Path root() {
        return home.root();
    }

    /** Where the output of all processes is kept after the run. */
    public Path logs() {
        return home.logs();
    }

    /** The port that was chosen for a key of {@code conf/sceau.properties}. */
    public int port(String key) {
        return home.port(key);
    }

    /** TLS as any client. */
    public SSLContext client() {
        return TlsClients.anonymous(installation);
    }

    /** TLS as the listed partner operator. */
    public SSLContext partner() {
        return TlsClients.as(installation, installation.path("demo", "partenaire.p12"));
    }

    /** The mail server. */
    public Child james() {
        return james;
    }

    /** {@code kill -9} of the mail server, then a new one. */
    public void killAndRestartJames() {
        james.kill();
        james = programs.james();
    }

    /** Stops the database at once, as a crash would. */
    public void crashPostgres() {
        programs.postgres("stop", "immediate");
    }

    /** {@code kill -9} of the database: the postmaster, then all its children. */
    public void killPostgres() {
        programs.killPostgres();
    }

    /** Its processes take what processor time others leave. */
    public void stepBack() {
        programs.stepBack();
    }

    /** Whether a process of the database runs. */
    public boolean postgresRuns() {
        return programs.postmaster().isPresent();
    }

    /** Starts the database. */
    public void startPostgres() {
        programs.postgres("start");
    }

    /** Sends the demo's night of results; a second call sends nothing more. */
    public void seed() {
        home.run("seed", home.java("demo", "-Xmx192m", "fr.sceau.demo.Main", "seed", "--home", folder()));
        home.run("table", home.java("demo", "-Xmx192m", "fr.sceau.demo.Main", "table", "--home", folder()));
    }

    private String folder() {
        return home.folder().toString();
    }

    /** Starts the webmail; the test that asks for it stops it. */
    public Child webmail() {
        return programs.webmail();
    }

    /** Runs a program of this clone or machine to its end; its output is kept with the logs. */
    public void run(String name, List<String> command) {
        home.run(name, command);
    }

    /** Starts a program of this clone or machine; its output is kept with the logs. */
    public Child start(String name, List<String> command) {
        return home.start(name, command);
    }

    /** Command line of {@code ./sceau mailbox}. */
    public List<String> mailboxCommand(String... arguments) {
        List<String> words = new ArrayList<>(List.of("mailbox"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--home", home.folder().toString()));
        return home.java("james-server", "-Xmx128m", "fr.sceau.server.cli.Main", words.toArray(String[]::new));
    }

    /** Command line of any of the operator's commands. */
    public List<String> operatorCommand(String... words) {
        return home.java("james-server", "-Xmx256m", "fr.sceau.server.cli.Main", words);
    }

    /** Stops everything. */
    public void stop() {
        programs.stopAll();
    }
}
