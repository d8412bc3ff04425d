package fr.sceau.server.renewal;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.keys.HeldCertificate;
import fr.sceau.mailets.keys.KeyInventory;
import fr.sceau.smime.keys.TokenUnavailable;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All certificates of mailboxes and organisations: of the keys that are held here, and those that the directory publishes of
 * others.
 *
 * @param lines by name, then by their end
 * @param gaps in French, what could not be looked at
 */
public record KeySurvey(List<KeyLine> lines, List<String> gaps) {
    private static final String TOKEN_AWAY = "Le module PKCS#11 ne répond pas ; ses clés manquent à cette liste.";
    private static final String PIN_REFUSED =
            "Le module PKCS#11 refuse le PIN (pkcs11.pin). Corrigez-le avant tout autre"
                    + " essai : le module pourrait se bloquer.";

    public KeySurvey {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
    }

    /** @param home folder of the installation */
    public static KeySurvey of(KeyInventory inventory, Path home, Instant now) {
        Finding found = new Finding(now);
        inventory.files().forEach(name -> found.addFile(inventory, name));
        found.addToken(inventory);
        found.addPublished(home);
        List<KeyLine> lines = found.lines.stream()
                .map(line -> line.among(found.lines))
                .sorted(Comparator.comparing(KeyLine::name)
                        .thenComparing(line -> line.certificate().getNotAfter()))
                .toList();
        return new KeySurvey(lines, found.gaps);
    }

    /** Those to be renewed within thirty days, or too late already. */
    public List<KeyLine> urgent() {
        return lines.stream().filter(line -> line.forecast().isUrgent()).toList();
    }

    private static final class Finding {
        private final Instant now;
        private final List<KeyLine> lines = new ArrayList<>();
        private final List<String> gaps = new ArrayList<>();

        Finding(Instant now) {
            this.now = now;
        }

        void addFile(KeyInventory inventory, String name) {
            try {
                inventory.inFile(name).forEach(held -> add(held, KeyLine.Place.FILE));
            } catch (MailetsException unreadable) {
                gaps.add("keys/" + name + ".p12 est illisible, ou son mot de passe n'est pas celui de l'installation.");
            }
        }

        void addToken(KeyInventory inventory) {
            try {
                inventory.inToken().forEach(held -> add(held, KeyLine.Place.TOKEN));
            } catch (TokenUnavailable away) {
                gaps.add(away.pinRefused() ? PIN_REFUSED : TOKEN_AWAY);
            }
        }

        void addPublished(Path home) {
            Set<X509Certificate> ours = lines.stream().map(KeyLine::certificate).collect(Collectors.toSet());
            Map<X509Certificate, String> published = new PublishedCertificates(home).byCertificate();
            published.forEach((certificate, name) -> {
                if (!ours.contains(certificate)) {
                    lines.add(KeyLine.of(name, KeyLine.Place.ELSEWHERE, certificate, now));
                }
            });
        }

        private void add(HeldCertificate held, KeyLine.Place place) {
            lines.add(KeyLine.of(held.name(), place, held.certificate(), now));
        }
    }
}
