package fr.sceau.smime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Mail and certificates that others published, by file name; read from a folder or from an archive. */
final class SampleSet {
    static final Path ROOT = Path.of(System.getProperty("sceau.root", ""), "../shared/samples/smime")
            .normalize();

    private final String name;
    private final Map<String, byte[]> files = new TreeMap<>();

    private SampleSet(String name) {
        this.name = name;
    }

    static SampleSet folder(String name) throws IOException {
        SampleSet set = new SampleSet(name);
        try (var paths = Files.walk(ROOT.resolve(name))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                set.files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return set;
    }

    static SampleSet archive(String name) throws IOException {
        SampleSet set = new SampleSet(name);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ROOT.resolve(name + ".zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    String path = entry.getName();
                    set.files.put(path.substring(path.lastIndexOf('/') + 1), zip.readAllBytes());
                }
            }
        }
        return set;
    }

    String name() {
        return name;
    }

    /** Names that end so, in order. */
    List<String> ending(String end) {
        return files.keySet().stream().filter(file -> file.endsWith(end)).toList();
    }

    /** A mail or an entity with its header. */
    RawMessage mail(String file) {
        return RawMessage.of(content(file));
    }

    /** A CMS object, as a mail. */
    RawMessage object(String file) {
        return Mails.of(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", content(file))
                .replace(" smime-type=signed-data;", ""));
    }

    X509Certificate certificate(String file) throws CertificateException {
        String text = new String(content(file), StandardCharsets.ISO_8859_1);
        int pem = text.indexOf("-----BEGIN CERTIFICATE");
        byte[] encoded = pem < 0 ? content(file) : text.substring(pem).getBytes(StandardCharsets.ISO_8859_1);
        InputStream in = new ByteArrayInputStream(encoded);
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }

    private byte[] content(String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new IllegalArgumentException(name + " has no " + file);
        }
        return content;
    }
}
