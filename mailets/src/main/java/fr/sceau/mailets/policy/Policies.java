package fr.sceau.mailets.policy;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.config.TabFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Singleton;

/** The table of {@code conf/policies.tsv}: a mailbox wins over its domain, its domain over the profile. */
@Singleton
public final class Policies {
    private static final Pattern KEY = Pattern.compile("([^@\\s]+@)?[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final String PROFILE = "-";

    private final Map<String, Policy> byKey;
    private final Set<String> ownDomains;

    @Inject
    public Policies(MailetsConfiguration configuration) {
        this(table(configuration.policiesFile(), configuration.domains()), configuration.domains());
    }

    private Policies(Map<String, Policy> byKey, Set<String> ownDomains) {
        this.byKey = Map.copyOf(byKey);
        this.ownDomains = Set.copyOf(ownDomains);
    }

    /** Reads the table; anything not understood is a fault with its file and line. */
    public static Policies read(Path file, Set<String> ownDomains) {
        return new Policies(table(file, ownDomains), ownDomains);
    }

    private static Map<String, Policy> table(Path file, Set<String> ownDomains) {
        Map<String, Policy> byKey = new HashMap<>();
        for (TabFile.Row row : new TabFile(file).rows(3, 3)) {
            String key = row.column(0).toLowerCase(Locale.ROOT);
            if (!KEY.matcher(key).matches()) {
                throw row.fault("« " + key + " » n'est ni une boîte ni un domaine");
            }
            if (byKey.put(key, policy(row, profile(key, ownDomains))) != null) {
                throw row.fault("« " + key + " » figure déjà plus haut");
            }
        }
        return byKey;
    }

    /** The policy of a mailbox, ours or another's. */
    public Policy of(String address) {
        String mailbox = address.toLowerCase(Locale.ROOT);
        Policy own = byKey.get(mailbox);
        if (own != null) {
            return own;
        }
        Policy domain = byKey.get(domainOf(mailbox));
        return domain != null ? domain : profile(mailbox, ownDomains);
    }

    private static Policy policy(TabFile.Row row, Policy profile) {
        return new Policy(signature(row, profile), encryption(row, profile));
    }

    private static SignaturePolicy signature(TabFile.Row row, Policy profile) {
        String word = row.column(1);
        if (word.equals(PROFILE)) {
            return profile.signature();
        }
        return SignaturePolicy.of(word)
                .orElseThrow(
                        () -> row.fault("signature « " + word + " » inconnue (login, any, personal, on-behalf ou -)"));
    }

    private static EncryptionPolicy encryption(TabFile.Row row, Policy profile) {
        String word = row.column(2);
        if (word.equals(PROFILE)) {
            return profile.encryption();
        }
        return EncryptionPolicy.of(word)
                .orElseThrow(() ->
                        row.fault("chiffrement « " + word + " » inconnu (trust-space, when-declared, required ou -)"));
    }

    private static Policy profile(String key, Set<String> ownDomains) {
        return ownDomains.contains(domainOf(key)) ? Policy.STRICT : Policy.INTEROP;
    }

    private static String domainOf(String key) {
        return key.substring(key.lastIndexOf('@') + 1);
    }
}
