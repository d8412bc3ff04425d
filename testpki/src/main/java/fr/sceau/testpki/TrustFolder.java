package fr.sceau.testpki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Map;

/** The trust folder of an installation; files are replaced in one step, as a server may be reading them. */
final class TrustFolder {
    private final Path folder;

    TrustFolder(Path folder) {
        this.folder = folder;
    }

    void writeAuthorities(Hierarchy hierarchy) throws IOException {
        for (Issuer issuer : Issuer.values()) {
            write("anchors", hierarchy.root(issuer));
            write("intermediates", hierarchy.issuing(issuer));
        }
    }

    void writeLists(Map<String, byte[]> lists) throws IOException {
        for (Map.Entry<String, byte[]> list : lists.entrySet()) {
            replace(folder.resolve("crl").resolve(list.getKey()), list.getValue());
        }
    }

    private void write(String kind, Authority authority) throws IOException {
        try {
            replace(
                    folder.resolve(kind).resolve(authority.code() + ".cer"),
                    authority.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new TestPkiException("certificate has no encoding: " + authority.code(), e);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path temporary = Files.createTempFile(parent, ".new", ".part");
        Files.write(temporary, content);
        publiclyReadable(temporary);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void publiclyReadable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
