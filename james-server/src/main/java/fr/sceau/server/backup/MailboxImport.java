package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import fr.sceau.store.backup.BoxWriting;
import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Puts the mail of an exported ZIP into a mailbox. Done twice it adds nothing: of messages with the same octets a folder gets no
 * more than the archive has in that folder. Numbers are new, flags are those of the archive; what is there already is left alone.
 * No side record comes in: an imported message was not judged by this server.
 */
public final class MailboxImport {
    private final DataSource database;
    private final long largestMessage;

    public MailboxImport(DataSource database, long largestMessage) {
        this.database = database;
        this.largestMessage = largestMessage;
    }

    /** How many messages were added, and how many were there already. */
    public record Imported(int added, int present) {
        private Imported plus(Imported other) {
            return new Imported(added + other.added, present + other.present);
        }
    }

    /** Reads and checks the whole archive before it writes the first message. */
    public Imported read(String address, Path file, Restoration.Steps steps) throws IOException {
        try (MailArchive archive = new MailArchive(file, largestMessage)) {
            Progress checking = steps.step("Vérification");
            List<BoxLine> lines = archive.checked(checking);
            checking.end();
            Progress importing = steps.step("Import");
            importing.total(lines.stream().mapToLong(BoxLine::octets).sum());
            try (BoxWriting writing = BoxWriting.open(database, address)
                    .orElseThrow(() -> new ServerException("Cette boîte n'est pas ici : " + address))) {
                Imported imported = write(archive, lines, writing, importing);
                importing.end();
                return imported;
            }
        }
    }

    private static Imported write(MailArchive archive, List<BoxLine> lines, BoxWriting writing, Progress progress)
            throws IOException {
        Map<String, List<BoxLine>> byFolder =
                lines.stream().collect(Collectors.groupingBy(BoxLine::folder, LinkedHashMap::new, Collectors.toList()));
        Imported imported = new Imported(0, 0);
        for (Map.Entry<String, List<BoxLine>> folder : byFolder.entrySet()) {
            imported = imported.plus(folder(archive, folder.getKey(), folder.getValue(), writing, progress));
        }
        return imported;
    }

    private static Imported folder(
            MailArchive archive, String name, List<BoxLine> lines, BoxWriting writing, Progress progress)
            throws IOException {
        long folder = writing.folder(name);
        Map<String, Integer> held =
                writing.held(folder, lines.stream().map(BoxLine::octets).collect(Collectors.toSet()));
        int added = 0;
        for (BoxLine line : lines) {
            if (held.merge(line.sha256(), -1, Integer::sum) < 0) {
                writing.add(folder, mail(archive, line));
                added++;
            }
            progress.add(line.octets());
        }
        return new Imported(added, lines.size() - added);
    }

    private static BoxWriting.NewMail mail(MailArchive archive, BoxLine line) {
        OctetSource octets = new OctetSource() {
            @Override
            public InputStream open() throws IOException {
                return archive.open(line);
            }

            @Override
            public long size() {
                return line.octets();
            }
        };
        return new BoxWriting.NewMail(octets, line.internalDate(), line.flags(), line.keywords());
    }
}
