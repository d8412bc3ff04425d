package fr.sceau.server.cli;

import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.LayersReport;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.mailets.verify.InstallationTrust;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges the signatures of one message in a file, as the server would, and says on what that rests. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Juge les signatures d'un message : couches, signataires, verdict, et ce sur quoi il repose.",
            "Avec les autorités, les listes et l'annuaire de cette installation, qui doit tourner. Ne montre aucun contenu."
        },
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {
            "0:signature vérifiée",
            "1:échec, rien n'a été jugé",
            "2:mauvais appel",
            "3:sans signature, ou scellé pour un autre",
            "4:révocation pas encore connue",
            "5:intact, mais signataire non établi",
            "6:intégrité non établie, ou chiffré et non ouvert"
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "FICHIER", description = "Le message entier (RFC 5322), tel qu'il est arrivé.")
    private Path file = Path.of("");

    @Option(
            names = "--mailbox",
            paramLabel = "ADRESSE",
            description = "Ouvre ce qui est chiffré avec les clés détenues pour cette boîte.")
    private Optional<String> mailbox = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Juge pour cet instant, par exemple 2026-11-22T08:00:00Z ; sinon pour maintenant.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--recipient",
            paramLabel = "ADRESSE",
            description = "Destinataire de l'enveloppe (répétable) : est-il parmi ceux que l'expéditeur a signés ?")
    private List<String> recipients = List.of();

    @Option(names = "--json", description = "Une ligne de JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.systemUTC();
        LayersReport report = report(clock);
        if (json) {
            System.out.println(report.json());
        } else {
            report.lines().forEach(System.out::println);
        }
        return code(report.layers().verdict());
    }

    private LayersReport report(Clock clock) throws IOException {
        MailetsConfiguration configuration = MailetsConfiguration.load(home.path());
        int port = ServerConfiguration.load(home.path()).directoryPort();
        RawMessage message = message();
        Instant instant = at.orElseGet(clock::instant);
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", port)) {
            Verification verification = new Verification(
                    new InstallationTrust(configuration, clock),
                    directory,
                    new OperatorKeys(configuration, clock),
                    clock);
            List<String> keysOf = mailbox.stream().toList();
            return new LayersReport(verification.layers(message, keysOf, instant), instant, recipients);
        } catch (MailetsException away) {
            throw new ServerException("Rien n'a été jugé : l'annuaire ou les clés ne sont pas là.", away);
        }
    }

    private RawMessage message() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ServerException("Le message ne peut pas être lu : " + file);
        }
        return RawMessage.of(file);
    }

    private static int code(SignatureVerdict verdict) {
        if (verdict instanceof SignatureVerdict.Trusted) {
            return 0;
        }
        if (verdict instanceof SignatureVerdict.Pending) {
            return 4;
        }
        if (verdict instanceof SignatureVerdict.Untrusted) {
            return 5;
        }
        boolean broken = verdict instanceof SignatureVerdict.Invalid || verdict instanceof SignatureVerdict.Unopened;
        return broken ? 6 : 3;
    }
}
