package fr.sceau.server.backup;

import fr.sceau.store.backup.Snapshot;
import fr.sceau.store.backup.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Tells a manifest from what stands in a place: table by table and file by file, by SHA-256. Empty lists mean equal. */
public final class Comparison {
    private final Map<String, BackupManifest.Entry> entries;
    private final BackupManifest manifest;

    public Comparison(BackupManifest manifest) {
        this.manifest = manifest;
        this.entries =
                manifest.entries().stream().collect(Collectors.toMap(BackupManifest.Entry::name, Function.identity()));
    }

    /** Tables whose rows differ in anything. */
    public List<String> tables(DataSource database, Progress progress) throws IOException {
        List<String> different = new ArrayList<>();
        try (Snapshot snapshot = Snapshot.open(database)) {
            for (TableShape table : snapshot.tables()) {
                String sha256 = snapshot.copy(table, progress.counting(OutputStream.nullOutputStream()))
                        .sha256();
                BackupManifest.Entry expected = entries.get(BackupParts.ofTable(table.name()));
                if (expected == null || !expected.sha256().equals(sha256)) {
                    different.add(table.name());
                }
            }
        }
        return different;
    }

    /** Files that differ, are missing or are too many; a trace may have grown. */
    public List<String> files(Path home) throws IOException {
        Map<String, BackupManifest.Entry> expected = new java.util.TreeMap<>();
        for (BackupManifest.File file : manifest.files()) {
            expected.put(file.path(), entry(file.entry()));
        }
        List<String> different = new ArrayList<>();
        for (InstallationFiles.Found found : new InstallationFiles(home).files()) {
            BackupManifest.Entry entry = expected.remove(found.path());
            if (entry == null ? !found.grows() : !equal(found, entry)) {
                different.add(found.path());
            }
        }
        different.addAll(expected.keySet());
        return different;
    }

    private BackupManifest.Entry entry(String name) {
        BackupManifest.Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalStateException("a file of the manifest is an entry of it");
        }
        return entry;
    }

    private static boolean equal(InstallationFiles.Found found, BackupManifest.Entry entry) throws IOException {
        try (InputStream in = Files.newInputStream(found.file())) {
            DigestingInput digesting = new DigestingInput(in);
            Streams.copy(digesting, OutputStream.nullOutputStream(), found.grows() ? entry.octets() : Long.MAX_VALUE);
            return digesting.sha256().equals(entry.sha256());
        }
    }
}
