package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.CertificateFile;
import fr.sceau.directory.server.certificates.Judge;
import fr.sceau.directory.server.certificates.Offered;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Certificates for the house's own mailboxes ({@code own/certificates/*.cer}, DER or PEM), bindings of correspondents ({@code
 * correspondents/bound/*.binding}), and what {@code trust/} says of both. Used by one thread at a time.
 */
public final class CertificateSources {
    private static final String ENDING = ".cer";
    private static final Pattern CERTIFICATE = Pattern.compile(".+\\.cer", Pattern.CASE_INSENSITIVE);
    private static final Pattern BINDING = Pattern.compile(".+\\.binding");

    private final WatchedFolder<CertificateFile> files;
    private final WatchedFolder<Binding> bindings;
    private final WatchedTrust trust;

    /** @param directory the {@code directory/} folder of an installation */
    public CertificateSources(Path directory) throws IOException {
        Path own = directory.resolve("own").resolve("certificates");
        this.files = new WatchedFolder<>(own, CERTIFICATE, CertificateSources::file);
        this.bindings = new WatchedFolder<>(new BindingFolder(directory).bound(), BINDING, BindingFolder::read);
        this.trust = new WatchedTrust(directory.resolveSibling("trust"), judge(directory));
    }

    /** By the authorities and the mode of an installation. @param directory its {@code directory/} folder */
    public static Judge judge(Path directory) throws IOException {
        return new Judge(directory.resolveSibling("trust"), isTestMode(directory.resolveSibling("conf")));
    }

    /** The mail server, whose setting it is, refuses to start with another word. */
    private static boolean isTestMode(Path conf) throws IOException {
        Path file = conf.resolve("sceau.properties");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return "test".equals(settings.getProperty("mode", "").strip());
    }

    /** Looks at all of it once; true when something of it changed, or is thought of otherwise. */
    public boolean refresh(Instant now) throws IOException {
        boolean changed = files.refresh();
        changed |= bindings.refresh();
        List<X509Certificate> all = Stream.concat(
                        files.items().stream().map(CertificateFile::certificate),
                        bindings.items().stream().map(Binding::certificate))
                .toList();
        changed |= trust.refresh(all, now);
        return changed;
    }

    /** What is held now. */
    public Offered offered() {
        List<String> unreadable = Stream.concat(files.unreadable().stream(), bindings.unreadable().stream())
                .toList();
        return new Offered(files.items(), bindings.items(), unreadable, trust.verdicts());
    }

    private static Optional<CertificateFile> file(Path file) throws IOException {
        String name = file.getFileName().toString();
        return certificate(file)
                .map(read -> new CertificateFile(name.substring(0, name.length() - ENDING.length()), read));
    }

    /** The certificate of a file, in DER or PEM; nothing when it is none. */
    public static Optional<X509Certificate> certificate(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.ofNullable((X509Certificate) factory.generateCertificate(in));
        } catch (CertificateException | RuntimeException unreadable) { // the decoder throws what it does not declare
            return Optional.empty();
        }
    }
}
