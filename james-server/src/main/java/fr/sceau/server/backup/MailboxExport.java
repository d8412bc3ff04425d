package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import fr.sceau.store.backup.BoxFolder;
import fr.sceau.store.backup.BoxMessage;
import fr.sceau.store.backup.BoxReading;
import fr.sceau.store.backup.DigestingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Writes the mail of one address into a ZIP: one file a message, octet by octet as received, and {@code manifest.tsv}. */
public final class MailboxExport {
    static final String MANIFEST = "manifest.tsv";

    private final DataSource database;
    private final Progress progress;

    public MailboxExport(DataSource database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /** How many messages were written into how many folders. */
    public record Written(int folders, long messages) {}

    /** Writes a new file; on failure none is left. */
    public Written write(String address, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".partiel");
        Path lines = file.resolveSibling(file.getFileName() + ".manifeste");
        if (Files.exists(file)) {
            throw new ServerException("Ce fichier existe déjà : " + file);
        }
        Files.deleteIfExists(part);
        Files.deleteIfExists(lines);
        try (BoxReading reading = BoxReading.open(database)) {
            Written written = write(reading, address, part, lines);
            Files.move(part, file);
            return written;
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(lines);
        }
    }

    private Written write(BoxReading reading, String address, Path part, Path lines) throws IOException {
        List<BoxFolder> folders = reading.folders(address);
        if (folders.isEmpty()) {
            throw new ServerException("Aucun dossier pour " + address);
        }
        progress.total(reading.octets(address));
        try (ZipOutputStream zip = new ZipOutputStream(BackupKey.newPrivateFile(part))) {
            try (BufferedWriter manifest = new BufferedWriter(
                    new OutputStreamWriter(BackupKey.newPrivateFile(lines), StandardCharsets.UTF_8))) {
                manifest.write(BoxLine.HEAD + "\n");
                for (BoxFolder folder : folders) {
                    write(reading, folder, zip, manifest);
                }
            }
            zip.putNextEntry(new ZipEntry(MANIFEST)); // last: who reads it has a whole file
            Files.copy(lines, zip);
            zip.closeEntry();
        }
        try (var text = Files.lines(lines)) {
            return new Written(folders.size(), text.count() - 1);
        }
    }

    private void write(BoxReading reading, BoxFolder folder, ZipOutputStream zip, BufferedWriter manifest)
            throws IOException {
        String directory = FolderNames.toFolder(folder.name());
        zip.putNextEntry(new ZipEntry(directory + "/"));
        zip.closeEntry();
        reading.messages(folder, message -> {
            String path = directory + String.format("/%010d.eml", message.uid());
            zip.putNextEntry(new ZipEntry(path));
            OutputStream counting = progress.counting(zip);
            DigestingOutput digesting = new DigestingOutput(counting);
            reading.copy(message, digesting);
            zip.closeEntry();
            manifest.write(line(path, folder, message, digesting).text() + "\n");
        });
    }

    private static BoxLine line(String path, BoxFolder folder, BoxMessage message, DigestingOutput written) {
        return new BoxLine(
                path,
                folder.name(),
                message.uid(),
                message.internalDate(),
                message.flags(),
                message.keywords(),
                written.count(),
                written.sha256(),
                message.sideRecord().orElse(""));
    }
}
