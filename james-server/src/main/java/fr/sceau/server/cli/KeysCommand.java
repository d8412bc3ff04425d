package fr.sceau.server.cli;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.KeyInventory;
import fr.sceau.server.renewal.KeySurvey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
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

    @Mixin
    private Home home = new Home();

    @Option(names = "--json", description = "Pour un programme.")
    private boolean json;

    @Override
    public Integer call() {
        Path folder = home.path();
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        KeySurvey keys = KeySurvey.of(new KeyInventory(MailetsConfiguration.load(folder), clock), folder, now);
        keys.gaps().forEach(System.err::println);
        print(keys, now);
        if (!keys.gaps().isEmpty()) {
            return 1;
        }
        return keys.urgent().isEmpty() ? 0 : TO_RENEW;
    }

    private void print(KeySurvey keys, Instant now) {
        if (json) {
            System.out.println(KeyTable.json(keys.lines(), keys.gaps().isEmpty(), now));
            return;
        }
        System.out.println(KeyTable.HEADER);
        keys.lines().stream().map(line -> KeyTable.line(line, now)).forEach(System.out::println);
    }
}
