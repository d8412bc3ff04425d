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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * Puts a mailbox's keys into the operator's custody: {@code keys/ADDRESS.p12} under the installation's key password, readable
 * by the server alone, and its certificates into {@code directory/own/certificates}. Keys that were there stay: they open
 * the mail of their time.
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
            KeyStore into = present(address, ours);
            for (String alias : keyAliases(from)) {
                Key key = from.getKey(alias, source.password().toCharArray());
                Certificate certificate = from.getCertificate(alias);
                if (into.getCertificateAlias(certificate) == null) {
                    into.setKeyEntry(free(alias, into), key, ours, from.getCertificateChain(alias));
                }
                publish(address, alias, certificate);
            }
            store(address, into, ours);
        } catch (GeneralSecurityException | IOException e) {
            throw new ServerException("Clés illisibles ou mot de passe faux : " + source.file(), e);
        }
    }

    private KeyStore present(String address, char[] password) throws GeneralSecurityException, IOException {
        Path file = file(address);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        if (!Files.exists(file)) {
            keys.load(null, password);
            return keys;
        }
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password);
            return keys;
        } catch (IOException e) {
            throw new ServerException("Les clés présentes ne sont pas lisibles, et rien n'est remplacé : " + file, e);
        }
    }

    private static String free(String alias, KeyStore keys) throws GeneralSecurityException {
        String name = alias;
        for (int number = 2; keys.containsAlias(name); number++) {
            name = alias + "-" + number;
        }
        return name;
    }

    private Path file(String address) {
        return home.resolve("keys").resolve(address + ".p12");
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
        Path file = file(address);
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

    /** A file of that name for another certificate stays, since that may be the one still valid. */
    private void publish(String address, String alias, Certificate certificate)
            throws GeneralSecurityException, IOException {
        Path folder = Files.createDirectories(home.resolve("directory/own/certificates"));
        String name = address + "-" + alias.replaceAll("[^A-Za-z0-9-]", "-");
        byte[] encoded = certificate.getEncoded();
        Path file = folder.resolve(name + ".cer");
        for (int number = 2; Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), encoded); number++) {
            file = folder.resolve(name + "-" + number + ".cer");
        }
        Files.write(file, encoded);
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
