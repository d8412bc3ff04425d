package fr.sceau.agent.table;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The recipients table and the files of a folder, checked against one another. */
public final class RecipientsTable {
    public static final String TAB_SEPARATED = "destinataires.tsv";
    public static final String SEMICOLON_SEPARATED = "destinataires.csv";

    private static final String EVERY_OTHER_FILE = "*";

    private final List<Assignment> assignments;
    private final List<String> unassigned;

    private RecipientsTable(List<Assignment> assignments, List<String> unassigned) {
        this.assignments = List.copyOf(assignments);
        this.unassigned = List.copyOf(unassigned);
    }

    /**
     * Reads the table of a folder.
     *
     * @param notResults files in the folder that are not results, such as the report
     * @throws AgentException naming every wrong line
     */
    public static RecipientsTable load(Path folder, Set<Path> notResults) throws AgentException {
        Set<String> files = resultFiles(folder, notResults);
        Path table = tableOf(folder);
        TableReader reader = new TableReader(table, files);
        List<TableRow> rows = reader.read();
        if (!reader.errors().isEmpty()) {
            throw new AgentException(ExitCode.USAGE, String.join(System.lineSeparator(), reader.errors()));
        }
        return assign(rows, files);
    }

    /** What is to be sent, in the order of the file names. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Files for which the table names nobody. */
    public List<String> unassigned() {
        return unassigned;
    }

    private static RecipientsTable assign(List<TableRow> rows, Set<String> files) {
        List<Assignment> assignments = new ArrayList<>();
        List<String> unassigned = new ArrayList<>();
        for (String file : files.stream().sorted().toList()) {
            List<TableRow> own =
                    rows.stream().filter(row -> row.file().equals(file)).toList();
            List<TableRow> used = own.isEmpty()
                    ? rows.stream()
                            .filter(row -> row.file().equals(EVERY_OTHER_FILE))
                            .toList()
                    : own;
            used.forEach(row -> assignments.add(new Assignment(file, row.recipient(), row.subject())));
            if (used.isEmpty()) {
                unassigned.add(file);
            }
        }
        return new RecipientsTable(assignments, unassigned);
    }

    private static Set<String> resultFiles(Path folder, Set<Path> notResults) throws AgentException {
        Set<String> tables = Set.of(TAB_SEPARATED, SEMICOLON_SEPARATED);
        Set<Path> excluded = new HashSet<>();
        notResults.forEach(path -> excluded.add(path.toAbsolutePath().normalize()));
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> names = new HashSet<>();
            entries.filter(Files::isRegularFile)
                    .filter(file -> !excluded.contains(file.toAbsolutePath().normalize()))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !tables.contains(name))
                    .forEach(names::add);
            return readable(names);
        } catch (IOException e) {
            throw new AgentException(ExitCode.USAGE, "dossier illisible : " + folder, e);
        }
    }

    /** A name that this process cannot spell would match no row of the table. */
    private static Set<String> readable(Set<String> names) throws AgentException {
        if (names.stream().anyMatch(name -> name.indexOf('\ufffd') >= 0)) {
            throw new AgentException(
                    ExitCode.USAGE,
                    "des noms de fichiers accentués ne sont pas lisibles avec la langue de ce terminal :"
                            + " relancer avec LC_ALL=C.UTF-8");
        }
        return names;
    }

    private static Path tableOf(Path folder) throws AgentException {
        Path tabs = folder.resolve(TAB_SEPARATED);
        Path semicolons = folder.resolve(SEMICOLON_SEPARATED);
        if (Files.exists(tabs) == Files.exists(semicolons)) {
            String problem = Files.exists(tabs) ? "deux tables de destinataires" : "aucune table de destinataires";
            throw new AgentException(
                    ExitCode.USAGE,
                    problem + " dans " + folder + " : il faut " + TAB_SEPARATED + " ou " + SEMICOLON_SEPARATED);
        }
        return Files.exists(tabs) ? tabs : semicolons;
    }
}
