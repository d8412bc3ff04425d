package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.nation.Nation;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The day after a first import: the same files, of which one has been bent. */
final class Morning implements AutoCloseable {
    static final String ACTIVITIES = "PS_LibreAcces_Personne_activite_";
    static final String MAILBOXES = "Extraction_Correspondance_MSSante_";

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 1, 1);
    private static final String STAMP = "202601010400";
    private static final Nation NATION = new Nation(new Nation.Size(1_500, 300, 1_400, 300), 5);

    private final Path files;
    private final Path work;
    private final Country country;

    private Morning(Path files, Path work, Country country) {
        this.files = files;
        this.work = work;
        this.country = country;
    }

    /** Yesterday's files and the directory made of them. */
    static Path prepare(Path folder) throws IOException, RefusedFileException {
        NATION.write(folder.resolve("files"), 0, STAMP, done -> {});
        try (Country country = Country.open(folder.resolve("index"), DirectorySchema.load())) {
            new Import(country, folder.resolve("files"), folder.resolve("work"), new SilentSteps(), false)
                    .run(YESTERDAY);
        }
        return folder;
    }

    static Morning after(Path prepared, Path folder) throws IOException {
        for (String part : new String[] {"files", "index"}) {
            Path copy = Files.createDirectory(folder.resolve(part));
            try (Stream<Path> all = Files.list(prepared.resolve(part))) {
                for (Path file : all.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName().toString()));
                }
            }
        }
        return new Morning(
                folder.resolve("files"),
                folder.resolve("work"),
                Country.open(folder.resolve("index"), DirectorySchema.load()));
    }

    Country country() {
        return country;
    }

    void bend(String prefix, Bend bend) throws IOException {
        Path file = files.resolve(prefix + STAMP + ".txt");
        byte[] bent = bend.octets().apply(Files.readAllBytes(file));
        Files.delete(file);
        Files.write(files.resolve(prefix + bend.stamp() + ".txt"), bent);
    }

    void toggle(String adeli, String rpps) throws IOException {
        Files.writeString(
                files.resolve("Correspondance_ADELI_RPPS_202601020400.csv"),
                "N° ADELI;N° RPPS\n" + adeli + ";" + rpps + "\n");
    }

    Import.Report run() throws IOException, RefusedFileException {
        return run(1);
    }

    /** @param days after yesterday */
    Import.Report run(int days) throws IOException, RefusedFileException {
        try {
            return new Import(country, files, work, new SilentSteps(), false).run(YESTERDAY.plusDays(days));
        } finally {
            country.refresh();
        }
    }

    @Override
    public void close() {
        country.close();
    }

    /** What has become of a file. */
    record Bend(String stamp, UnaryOperator<byte[]> octets) {
        static Bend dated(String stamp) {
            return new Bend(stamp, all -> all);
        }

        /** The whole file as each member. */
        static Bend zipped(String... members) {
            return Morning.octets(all -> zip(all, members));
        }

        private static byte[] zip(byte[] all, String... members) {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
                for (String member : members) {
                    zip.putNextEntry(new ZipEntry(member));
                    zip.write(all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return zipped.toByteArray();
        }
    }

    static Bend octets(UnaryOperator<byte[]> change) {
        return new Bend(STAMP, change);
    }

    static Bend text(UnaryOperator<String> change) {
        return octets(
                all -> change.apply(new String(all, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    static Bend plus(String lines) {
        return text(all -> all + lines);
    }
}
