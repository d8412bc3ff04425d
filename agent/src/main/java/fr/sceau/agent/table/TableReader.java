package fr.sceau.agent.table;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows and gathers what is wrong with them, each with its line. */
final class TableReader {
    private static final String DEFAULT_SUBJECT = "Résultats d'examens";
    private static final int MAX_SUBJECT = 120;
    /** A useful part of RFC 5321 4.1.2: no quoted local part, no address literal. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /** Eleven digits or more are somebody's number: RPPS, NIR, INS. */
    private static final Pattern NUMBER_OF_SOMEBODY = Pattern.compile("(\\d[ .-]?){11}");

    private final Path table;
    private final Set<String> files;
    private final List<String> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    TableReader(Path table, Set<String> files) {
        this.table = table;
        this.files = files;
    }

    List<TableRow> read() throws AgentException {
        char separator = table.getFileName().toString().equals(RecipientsTable.TAB_SEPARATED) ? '\t' : ';';
        List<TableRow> rows = new ArrayList<>();
        List<String> lines = text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                row(i + 1, Cells.split(line, separator), rows);
            }
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            errors.add(table.getFileName() + " : aucune ligne de destinataire");
        }
        return rows;
    }

    List<String> errors() {
        return errors;
    }

    private void row(int line, List<String> cells, List<TableRow> rows) {
        String file = cells.get(0);
        if (file.equalsIgnoreCase("fichier")) {
            return;
        }
        String recipient = cells.size() > 1 ? cells.get(1).toLowerCase(Locale.ROOT) : "";
        String subject = cells.size() > 2 && !cells.get(2).isEmpty() ? cells.get(2) : DEFAULT_SUBJECT;
        if (isRight(line, file, recipient, subject, cells.size())) {
            rows.add(new TableRow(file, recipient, subject));
        }
    }

    private boolean isRight(int line, String file, String recipient, String subject, int cells) {
        int before = errors.size();
        check(line, cells >= 2 && cells <= 3, "2 ou 3 colonnes attendues, " + cells + " lues");
        check(line, file.equals("*") || files.contains(file), "fichier absent du dossier");
        check(line, ADDRESS.matcher(recipient).matches(), "adresse de destinataire invalide");
        check(line, seen.add(file + "\t" + recipient), "même fichier et même destinataire qu'une ligne précédente");
        check(line, subject.length() <= MAX_SUBJECT, "objet de plus de " + MAX_SUBJECT + " caractères");
        check(line, subject.chars().noneMatch(Character::isISOControl), "caractère de contrôle dans l'objet");
        check(line, !NUMBER_OF_SOMEBODY.matcher(subject).find(), "l'objet contient un numéro d'identité");
        return errors.size() == before;
    }

    private void check(int line, boolean right, String problem) {
        if (!right) {
            errors.add(table.getFileName() + ", ligne " + line + " : " + problem);
        }
    }

    private String text() throws AgentException {
        try {
            byte[] bytes = Files.readAllBytes(table);
            String text = decode(bytes);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new AgentException(ExitCode.USAGE, "table illisible : " + table, e);
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) { // what spreadsheets write on Windows
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
