package fr.sceau.testpki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PKCS#12 files (AES-256, HMAC-SHA-256), readable by their owner only. */
public final class Pkcs12File {
    private static final String TYPE = "PKCS12";

    private Pkcs12File() {}

    /** Writes keys under their aliases; the file is replaced. */
    public static void write(Path file, char[] password, Map<String, Issued> entries) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            for (Map.Entry<String, Issued> entry : entries.entrySet()) {
                Issued issued = entry.getValue();
                Certificate[] chain = issued.chain().toArray(new Certificate[0]);
                store.setKeyEntry(entry.getKey(), issued.key(), password, chain);
            }
            save(store, file, password);
        } catch (GeneralSecurityException e) {
            throw new TestPkiException("key file not made: " + file.getFileName(), e);
        }
    }

    /** Writes certificates only, each an anchor. */
    public static void writeAnchors(Path file, char[] password, List<X509Certificate> anchors) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            for (int i = 0; i < anchors.size(); i++) {
                store.setCertificateEntry("anchor-" + i, anchors.get(i));
            }
            save(store, file, password);
        } catch (GeneralSecurityException e) {
            throw new TestPkiException("trust file not made: " + file.getFileName(), e);
        }
    }

    /** Reads all keys of a file. */
    public static Map<String, Issued> read(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password);
            Map<String, Issued> entries = new LinkedHashMap<>();
            for (String alias : Collections.list(store.aliases())) {
                List<X509Certificate> chain = Stream.of(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                entries.put(alias, new Issued((PrivateKey) store.getKey(alias, password), chain));
            }
            return entries;
        } catch (GeneralSecurityException e) {
            throw new TestPkiException("key file not readable: " + file.getFileName(), e);
        }
    }

    private static void save(KeyStore store, Path file, char[] password) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path temporary = Files.createTempFile(parent, ".new", ".p12"); // readable by its owner only
        Files.write(temporary, bytes.toByteArray());
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
