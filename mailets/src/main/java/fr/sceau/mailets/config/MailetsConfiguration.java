package fr.sceau.mailets.config;

import fr.sceau.smime.keys.TokenPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the mail flow is told by its operator.
 *
 * @param home the installation's folder
 * @param domains our own mail domains, lower case
 * @param authservId our name in Authentication-Results fields (RFC 8601 2.5)
 * @param testMode whether TEST certificates are accepted
 * @param hostname our name in Received fields
 * @param maxBytes the largest message accepted
 * @param revocationHosts who may be asked for revocation lists and answers; none: nobody is
 * @param secrets passwords of the key files
 * @param token the module that holds keys beside the key files
 */
public record MailetsConfiguration(
        Path home,
        Set<String> domains,
        String authservId,
        boolean testMode,
        String hostname,
        long maxBytes,
        Set<String> revocationHosts,
        Secrets secrets,
        Optional<TokenPlace> token) {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final Pattern HOST = Pattern.compile(DOMAIN + "(:[0-9]{1,5})?");
    private static final long SMALLEST_LIMIT = 65_536;

    public MailetsConfiguration {
        domains = Set.copyOf(domains);
        revocationHosts = Set.copyOf(revocationHosts);
    }

    /** Reads {@code conf/sceau.properties} and {@code conf/secrets.properties}; a bad value fails at once. */
    public static MailetsConfiguration load(Path home) {
        PropertiesFile file = PropertiesFile.read(home.resolve("conf").resolve("sceau.properties"));
        Optional<TokenPlace> token = token(file);
        return new MailetsConfiguration(
                home,
                domains(file),
                domain(file, "authserv-id"),
                testMode(file),
                domain(file, "hostname"),
                maxBytes(file),
                revocationHosts(file),
                Secrets.read(home.resolve("conf").resolve("secrets.properties"), token.isPresent()),
                token);
    }

    /** Whether mail for this domain belongs to us. */
    public boolean isOurs(String domain) {
        return domains.contains(domain.toLowerCase(Locale.ROOT));
    }

    public Path policiesFile() {
        return home.resolve("conf").resolve("policies.tsv");
    }

    public Path operatorsFile() {
        return home.resolve("conf").resolve("operators.tsv");
    }

    private static Set<String> domains(PropertiesFile file) {
        Set<String> domains = words(file.required("domains"));
        if (!domains.stream().allMatch(domain -> DOMAIN.matcher(domain).matches())) {
            throw file.badValue("domains", "un ou plusieurs domaines séparés par des virgules");
        }
        return domains;
    }

    private static Set<String> revocationHosts(PropertiesFile file) {
        Set<String> hosts =
                file.find("revocation.hosts").map(MailetsConfiguration::words).orElse(Set.of());
        if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
            throw file.badValue("revocation.hosts", "un ou plusieurs noms de machine séparés par des virgules");
        }
        return hosts;
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+")));
    }

    private static String domain(PropertiesFile file, String key) {
        String value = file.required(key).toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(value).matches()) {
            throw file.badValue(key, "un nom de domaine");
        }
        return value;
    }

    /** Both keys or none. */
    private static Optional<TokenPlace> token(PropertiesFile file) {
        Optional<String> library = file.find("pkcs11.library");
        if (library.isEmpty() && file.find("pkcs11.token").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TokenPlace(Path.of(file.required("pkcs11.library")), file.required("pkcs11.token")));
        } catch (IllegalArgumentException notPlain) {
            throw file.badValue("pkcs11.library", "un chemin absolu sans espace ni caractère accentué");
        }
    }

    private static boolean testMode(PropertiesFile file) {
        String mode = file.required("mode");
        if (!mode.equals("test") && !mode.equals("production")) {
            throw file.badValue("mode", "« test » ou « production »");
        }
        return mode.equals("test");
    }

    private static long maxBytes(PropertiesFile file) {
        String value = file.required("message.max-bytes");
        if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) < SMALLEST_LIMIT) {
            throw file.badValue("message.max-bytes", "un nombre d'octets, au moins " + SMALLEST_LIMIT);
        }
        return Long.parseLong(value);
    }
}
