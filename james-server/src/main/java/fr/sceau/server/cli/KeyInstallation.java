package fr.sceau.server.cli;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * Puts a mailbox's keys into the operator's custody: {@code keys/ADDRESS.p12} under the installation's key password, readable
 * by the server alone, and its certificates into {@code directory/own/certificates}.
 */
final class KeyInstallation {
    private final Path home;

    KeyInstallation(Path home) {
        this.home = home;
    }

    /** A PKCS#12 file and its password. */
    record Source(Path file, String password) {
        @Override
        public String toString() {
            return "Source[" + file + "]";
        }
    }

    void install(String address, Source source) {
        try {
            char[] ours = keyPassword().toCharArray();
            KeyStore from = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(source.file())) {
                from.load(in, source.password().toCharArray());
            }
            KeyStore into = KeyStore.getInstance("PKCS12");
            into.load(null, ours);
            for (String alias : keyAliases(from)) {
                Key key = from.getKey(alias, source.password().toCharArray());
                into.setKeyEntry(alias, key, ours, from.getCertificateChain(alias));
                publish(address, alias, from.getCertificate(alias));
            }
            store(address, into, ours);
        } catch (GeneralSecurityException | IOException e) {
            throw new ServerException("Clés illisibles ou mot de passe faux : " + source.file(), e);
        }
    }

    private static List<String> keyAliases(KeyStore store) throws GeneralSecurityException {
        List<String> aliases = new java.util.ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                aliases.add(alias);
            }
        }
        if (aliases.isEmpty()) {
            throw new ServerException("Le fichier ne contient aucune clé privée");
        }
        return aliases;
    }

    private void store(String address, KeyStore keys, char[] password) throws GeneralSecurityException, IOException {
        Path file = home.resolve("keys").resolve(address + ".p12");
        Files.createDirectories(file.getParent());
        Path next = Files.createTempFile(
                file.getParent(),
                "new",
                ".p12",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(next)) {
            keys.store(out, password);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void publish(String address, String alias, Certificate certificate)
            throws GeneralSecurityException, IOException {
        Path folder = Files.createDirectories(home.resolve("directory/own/certificates"));
        String name = address + "-" + alias.replaceAll("[^A-Za-z0-9-]", "-") + ".cer";
        Files.write(folder.resolve(name), certificate.getEncoded());
    }

    private String keyPassword() throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("conf/secrets.properties"))) {
            secrets.load(reader);
        }
        String password = secrets.getProperty("keys.password", "").trim();
        if (password.isEmpty()) {
            throw new ServerException("conf/secrets.properties : la clé « keys.password » manque");
        }
        return password;
    }
}
