package fr.sceau.directory.server.fetching;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The authorities of {@code trust/anchors/}, and nobody else. */
public final class Anchors {
    private Anchors() {}

    /** @param folder of certificates, {@code *.cer}; read now */
    public static TrustManager[] in(Path folder) throws IOException, RefusedFileException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            fill(store, folder);
            if (store.size() == 0) {
                throw new RefusedFileException("aucune autorité dans trust/anchors/");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new RefusedFileException("trust/anchors/ : un certificat n'est pas lisible", e);
        }
    }

    private static void fill(KeyStore store, Path folder) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.cer")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    store.setCertificateEntry(file.getFileName().toString(), factory.generateCertificate(in));
                }
            }
        }
    }
}
