package fr.sceau.system.mail;

import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Child;
import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The laboratory's agent as a laboratory runs it: the jar, a folder of files and a table of recipients. */
public final class AgentBatch {
    private final TestSceau sceau;
    private final Path work;

    /** A batch in an empty folder; {@link #folder} is where its files go. */
    public AgentBatch(TestSceau sceau, Path work) throws IOException {
        this.sceau = sceau;
        this.work = work;
        Files.createDirectories(folder());
        Installation installation = sceau.installation();
        secret("password", sceau.logins().forMailbox(Cast.LABORATORY).password());
        secret("keys-password", new String(installation.keysPassword()));
        secret("tls-password", new String(installation.tlsPassword()));
    }

    /** One line of the agent's report. */
    public record Line(String file, String recipient, String state, String messageId) {
        static Line of(String csv) {
            String[] cells = csv.replace("\"", "").split(";", -1);
            return new Line(cells[0], cells[1], cells[2], cells[5].replaceAll("[<>]", ""));
        }
    }

    /** Where the files to send stand. */
    public Path folder() {
        return work.resolve("files");
    }

    /** Every file to each of these. */
    public void toAll(String... recipients) throws IOException {
        StringBuilder table = new StringBuilder();
        for (String recipient : recipients) {
            table.append("*\t").append(recipient).append('\n');
        }
        Files.writeString(folder().resolve("destinataires.tsv"), table);
    }

    /** Starts the agent. */
    public Child start() {
        Installation installation = sceau.installation();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = sceau.root().resolve("agent/target/sceau-agent.jar").toString();
        List<String> where = List.of(
                "--server=localhost",
                "--tls=tls",
                "--port=" + sceau.port("submissions.port"),
                "--ldap=localhost:" + sceau.port("directory.port"),
                "--certificates-trust=" + installation.path("trust"),
                "--test-certificates",
                "--trust=" + installation.path("tls", "trust.p12"),
                "--trust-password-file=" + work.resolve("tls-password"));
        List<String> who = List.of(
                "--from=" + Cast.LABORATORY,
                "--password-file=" + work.resolve("password"),
                "--p12=" + installation.path("demo", "laboratoire.p12"),
                "--p12-password-file=" + work.resolve("keys-password"),
                "--report=" + work.resolve("report.csv"),
                "--patience=5m",
                folder().toString());
        Stream<String> call = Stream.of(java, "-Xmx192m", "-Dfile.encoding=UTF-8", "-jar", jar, "batch");
        return sceau.start(
                "batch",
                Stream.concat(call, Stream.concat(where.stream(), who.stream())).toList());
    }

    /** The report, one line for each file and recipient. */
    public List<Line> report() throws IOException {
        return Files.readAllLines(work.resolve("report.csv")).stream()
                .skip(1)
                .map(Line::of)
                .toList();
    }

    private void secret(String name, String value) throws IOException {
        Files.writeString(work.resolve(name), value + "\n");
    }
}
