package fr.sceau.server.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the certificate can make a backup, in which everything is as she likes and every digest is right. */
final class HostileBackupTest {
    private static final String INDEX = "{\"created\":\"2026\",\"migrations\":[],\"tables\":[]}";
    private static final String FILE = "{\"path\":\"conf/x\",\"mode\":\"rw-------\",\"entry\":\"index.json\"}";

    @TempDir
    private Path folder = Path.of("");

    /** {@code INDEX} in the manifest stands for the entry of the index. */
    private void verify(String index, String manifest) throws Exception {
        byte[] octets = index.getBytes(StandardCharsets.UTF_8);
        String entry = "{\"name\":\"index.json\",\"octets\":" + octets.length + ",\"sha256\":\""
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets)) + "\",\"rows\":0}";
        Path file = folder.resolve("one.sceau");
        try (OutputStream out = Files.newOutputStream(file)) {
            seal(out, octets, manifest.replace("INDEX", entry).getBytes(StandardCharsets.UTF_8));
        }
        new BackupReader(file, TestKeys.keys()).verify(Progress.silent());
    }

    private static void seal(OutputStream out, byte[] index, byte[] manifest) throws IOException, SmimeException {
        SealedOutputStream sealed = new SealedOutputStream(out, TestKeys.certificate());
        ZipOutputStream zip = new ZipOutputStream(sealed);
        zip.putNextEntry(new ZipEntry(BackupParts.INDEX));
        zip.write(index);
        zip.putNextEntry(new ZipEntry(BackupParts.MANIFEST));
        zip.write(manifest);
        zip.finish();
        sealed.finish();
    }

    private static String manifest(String files, String folders, String sequences) {
        return "{\"entries\":[INDEX],\"files\":[" + files + "],\"folders\":[" + folders + "],\"sequences\":{"
                + sequences + "}}";
    }

    @Test
    void without_malice_it_is_taken() {
        assertThatCode(() -> verify(INDEX, manifest(FILE, "", ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "7",
                "{",
                "{\"created\":null,\"migrations\":[],\"tables\":[]}",
                "{\"created\":\"2026\",\"migrations\":null,\"tables\":[]}",
                "{\"created\":\"2026\",\"migrations\":[{\"version\":\"x\",\"checksum\":1}],\"tables\":[]}",
                "{\"created\":\"2026\",\"migrations\":[{\"version\":null,\"checksum\":1}],\"tables\":[]}",
                "{\"created\":\"2026\",\"migrations\":[],\"tables\":[null]}",
                "{\"created\":\"2026\",\"migrations\":[],\"tables\":[{\"name\":null,\"columns\":[],\"order\":[]}]}",
                "{\"created\":\"2026\",\"migrations\":[],\"tables\":[{\"name\":\"a\",\"columns\":[],\"order\":[]},"
                        + "{\"name\":\"a\",\"columns\":[],\"order\":[]}]}"
            })
    void index_of_any_other_form_is_refused(String index) {
        refused(index, manifest("", "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{\"entries\":[INDEX],\"files\":null,\"folders\":[],\"sequences\":{}}",
                "{\"entries\":[INDEX,null],\"files\":[],\"folders\":[],\"sequences\":{}}",
                "{\"entries\":[INDEX,INDEX],\"files\":[],\"folders\":[],\"sequences\":{}}",
                "{\"entries\":[{\"name\":null,\"octets\":{},\"sha256\":1}],\"files\":[],\"folders\":[],\"sequences\":{}}"
            })
    void manifest_of_any_other_form_is_refused(String manifest) {
        refused(INDEX, manifest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\":null,\"mode\":\"rw-------\",\"entry\":\"index.json\"}",
                "{\"path\":\"conf/x\",\"mode\":null,\"entry\":\"index.json\"}",
                "{\"path\":\"conf/x\",\"mode\":\"0777\",\"entry\":\"index.json\"}",
                "{\"path\":\"conf/x\",\"mode\":\"rw-------\",\"entry\":null}",
                "null"
            })
    void file_that_cannot_be_one_is_refused_before_anything_is_written(String file) {
        refused(INDEX, manifest(file, "", ""));
    }

    @Test
    void folders_and_sequences_are_looked_at_too() {
        refused(INDEX, manifest("", "{\"path\":null,\"mode\":\"rwx------\"}", ""));
        refused(INDEX, manifest("", "{\"path\":\"conf\",\"mode\":\"x\"}", ""));
        refused(INDEX, manifest("", "", "\"s\":null"));
    }

    private void refused(String index, String manifest) {
        assertThatThrownBy(() -> verify(index, manifest))
                .isInstanceOf(BackupDamaged.class)
                .hasMessageMatching("(La|Le) .*sauvegarde.*");
    }
}
