package fr.sceau.server.backup;

import fr.sceau.smime.keys.DecryptionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/** A pair of backup keys, as {@code ./sceau backup init} makes it. */
final class TestKeys {
    private static final TestKeys OURS = make();
    private static final TestKeys OTHERS = make();

    private final X509Certificate certificate;
    private final List<DecryptionKey> keys;

    private TestKeys(X509Certificate certificate, List<DecryptionKey> keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    static X509Certificate certificate() {
        return OURS.certificate;
    }

    static List<DecryptionKey> keys() {
        return OURS.keys;
    }

    static List<DecryptionKey> othersKeys() {
        return OTHERS.keys;
    }

    private static TestKeys make() {
        try {
            Path folder = Files.createTempDirectory("sceau-test-keys-");
            Path p12 = folder.resolve("key.p12");
            Path certificate = folder.resolve("backup.cer");
            BackupKey.create(p12, certificate, "secret", Clock.systemUTC());
            TestKeys keys = new TestKeys(BackupKey.certificate(certificate), BackupKey.keys(p12, "secret"));
            Files.delete(p12);
            Files.delete(certificate);
            Files.delete(folder);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
