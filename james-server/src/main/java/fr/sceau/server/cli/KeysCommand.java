package fr.sceau.server.cli;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.HeldCertificate;
import fr.sceau.mailets.keys.KeyInventory;
import fr.sceau.smime.keys.TokenUnavailable;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which keys there are, and which have to be renewed. Shows certificates only. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Énumère les clés des boîtes et des organisations, et ce qu'il faut renouveler.",
            "Clé : dans un fichier de keys/, dans le module PKCS#11, ou chez son titulaire (certificat publié par l'annuaire"
                    + " sans que la clé soit ici). Un certificat remplacé par un plus récent reste : il ouvre l'ancien courrier."
        },
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {
            "0:rien n'expire sous 30 jours",
            "1:la liste est incomplète (module absent, fichier illisible)",
            "2:mauvais appel",
            "3:un certificat sans successeur a expiré ou expire sous 30 jours"
        })
final class KeysCommand implements Callable<Integer> {
    private static final int TO_RENEW = 3;
    private static final String TOKEN_AWAY = "Le module PKCS#11 ne répond pas ; ses clés manquent à cette liste.";
    private static final String PIN_REFUSED =
            "Le module PKCS#11 refuse le PIN (pkcs11.pin). Corrigez-le avant tout autre"
                    + " essai : le module pourrait se bloquer.";

    @Mixin
    private Home home = new Home();

    @Option(names = "--json", description = "Pour un programme.")
    private boolean json;

    private final Clock clock = Clock.systemUTC();
    private final List<KeyLine> found = new ArrayList<>();
    private boolean complete = true;

    @Override
    public Integer call() {
        Path folder = home.path();
        KeyInventory inventory = new KeyInventory(MailetsConfiguration.load(folder), clock);
        inventory.files().forEach(name -> addFile(inventory, name));
        addToken(inventory);
        addPublished(folder);
        List<KeyLine> lines = found.stream()
                .map(line -> line.among(found))
                .sorted(Comparator.comparing(KeyLine::name)
                        .thenComparing(line -> line.certificate().getNotAfter()))
                .toList();
        print(lines);
        if (!complete) {
            return 1;
        }
        return lines.stream().anyMatch(line -> line.forecast().urgent) ? TO_RENEW : 0;
    }

    private void addFile(KeyInventory inventory, String name) {
        try {
            inventory.inFile(name).forEach(held -> add(held, KeyLine.Place.FILE));
        } catch (MailetsException unreadable) {
            incomplete("keys/" + name + ".p12 est illisible, ou son mot de passe n'est pas celui de l'installation.");
        }
    }

    private void addToken(KeyInventory inventory) {
        try {
            inventory.inToken().forEach(held -> add(held, KeyLine.Place.TOKEN));
        } catch (TokenUnavailable away) {
            incomplete(away.pinRefused() ? PIN_REFUSED : TOKEN_AWAY);
        }
    }

    private void addPublished(Path folder) {
        Set<X509Certificate> ours = found.stream().map(KeyLine::certificate).collect(Collectors.toSet());
        Map<X509Certificate, String> published = new PublishedCertificates(folder).byCertificate();
        published.forEach((certificate, name) -> {
            if (!ours.contains(certificate)) {
                found.add(KeyLine.of(name, KeyLine.Place.ELSEWHERE, certificate, clock.instant()));
            }
        });
    }

    private void add(HeldCertificate held, KeyLine.Place place) {
        found.add(KeyLine.of(held.name(), place, held.certificate(), clock.instant()));
    }

    private void incomplete(String reason) {
        complete = false;
        System.err.println(reason);
    }

    private void print(List<KeyLine> lines) {
        Instant now = clock.instant();
        if (json) {
            System.out.println(KeyTable.json(lines, complete, now));
            return;
        }
        System.out.println(KeyTable.HEADER);
        lines.stream().map(line -> KeyTable.line(line, now)).forEach(System.out::println);
    }
}
