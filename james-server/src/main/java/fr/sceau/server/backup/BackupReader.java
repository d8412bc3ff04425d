package fr.sceau.server.backup;

import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.store.backup.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads a backup from its start to its end, which is the only way to know that it is whole: {@link #verify} gives it to nobody,
 * {@link #restore} to a {@link Sink}. Both fail with {@link BackupDamaged} unless every octet is as written.
 */
public final class BackupReader {
    private final Path file;
    private final List<DecryptionKey> keys;

    public BackupReader(Path file, List<DecryptionKey> keys) {
        this.file = file;
        this.keys = List.copyOf(keys);
    }

    /** Takes the parts in their order; what is asked of the last method is that everything before has come. */
    interface Sink {
        void begin(BackupIndex index) throws IOException;

        /** A file's octets; the manifest says later whether this copy counts. */
        void file(String entry, InputStream octets) throws IOException;

        void table(TableShape table, InputStream copy) throws IOException;

        void end(BackupManifest manifest) throws IOException;
    }

    /** Checks all of it and writes nothing. */
    public Contents verify(Progress progress) throws IOException {
        return read(new Discard(), progress);
    }

    Contents restore(Sink sink, Progress progress) throws IOException {
        return read(sink, progress);
    }

    /** What is in a backup that was found whole. */
    public record Contents(BackupIndex index, BackupManifest manifest) {}

    private Contents read(Sink sink, Progress progress) throws IOException {
        progress.total(Files.size(file));
        try (InputStream octets = progress.counting(Files.newInputStream(file));
                SealedInputStream sealed = new SealedInputStream(octets, keys);
                ZipInputStream zip = new ZipInputStream(sealed)) {
            Contents contents = entries(zip, sink);
            sealed.transferTo(OutputStream.nullOutputStream()); // up to the authenticated end
            sink.end(contents.manifest());
            return contents;
        } catch (ZipException | IllegalArgumentException e) {
            throw unexpected();
        }
    }

    private static Contents entries(ZipInputStream zip, Sink sink) throws IOException {
        List<BackupManifest.Entry> seen = new ArrayList<>();
        BackupIndex index = index(zip, seen);
        Map<String, TableShape> tables = tables(index);
        sink.begin(index);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(BackupParts.MANIFEST)) {
                BackupManifest manifest = manifest(zip);
                check(manifest, seen, tables);
                return new Contents(index, manifest);
            }
            DigestingInput digesting = new DigestingInput(zip);
            give(entry.getName(), tables, digesting, sink);
            digesting.transferTo(OutputStream.nullOutputStream());
            seen.add(new BackupManifest.Entry(entry.getName(), digesting.count(), digesting.sha256(), 0));
        }
        throw unexpected();
    }

    private static Map<String, TableShape> tables(BackupIndex index) throws BackupDamaged {
        Map<String, TableShape> tables = new HashMap<>();
        for (TableShape table : index.tables()) {
            if (tables.put(BackupParts.ofTable(table.name()), table) != null) {
                throw unexpected();
            }
        }
        return tables;
    }

    private static BackupIndex index(ZipInputStream zip, List<BackupManifest.Entry> seen) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupParts.INDEX)) {
            throw unexpected();
        }
        DigestingInput digesting = new DigestingInput(zip);
        BackupIndex index = BackupParts.json(digesting, BackupIndex.class);
        seen.add(new BackupManifest.Entry(BackupParts.INDEX, digesting.count(), digesting.sha256(), 0));
        return index;
    }

    private static BackupManifest manifest(ZipInputStream zip) throws IOException {
        BackupManifest manifest = BackupParts.json(zip, BackupManifest.class);
        if (zip.getNextEntry() != null) {
            throw unexpected();
        }
        return manifest;
    }

    private static void give(String name, Map<String, TableShape> tables, InputStream octets, Sink sink)
            throws IOException {
        TableShape table = tables.get(name);
        if (table != null) {
            sink.table(table, octets);
        } else if (name.startsWith(BackupParts.FILES)) {
            sink.file(name, octets);
        } else {
            throw unexpected();
        }
    }

    private static void check(BackupManifest manifest, List<BackupManifest.Entry> seen, Map<String, TableShape> tables)
            throws BackupDamaged {
        List<BackupManifest.Entry> expected = manifest.entries().stream()
                .map(entry -> new BackupManifest.Entry(entry.name(), entry.octets(), entry.sha256(), 0))
                .toList();
        List<String> names = seen.stream().map(BackupManifest.Entry::name).toList();
        if (!expected.equals(seen)
                || names.stream().distinct().count() != names.size()
                || !names.containsAll(tables.keySet())
                || !names.containsAll(manifest.files().stream()
                        .map(BackupManifest.File::entry)
                        .toList())) {
            throw unexpected();
        }
    }

    private static BackupDamaged unexpected() {
        return new BackupDamaged(
                "Le contenu de la sauvegarde ne correspond pas à son manifeste : rien n'en est repris.");
    }

    private static final class Discard implements Sink {
        @Override
        public void begin(BackupIndex index) {}

        @Override
        public void file(String entry, InputStream octets) {}

        @Override
        public void table(TableShape table, InputStream copy) {}

        @Override
        public void end(BackupManifest manifest) {}
    }
}
