package fr.sceau.server.cli;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.server.ServerException;
import fr.sceau.server.accounts.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code mailbox create} is told. */
final class NewMailbox {
    @Parameters(paramLabel = "ADRESSE", description = "Adresse de la boîte, ou du compte sans boîte.")
    private String address = "";

    @Option(names = "--label", required = true, paramLabel = "NOM", description = "Nom affiché.")
    private String label = "";

    @Option(names = "--type", description = "PER, ORG, APP ou CAB ; absent : un compte sans boîte.")
    private @Nullable Kind kind;

    @Option(
            names = "--custody",
            defaultValue = "OPERATOR",
            description = "Qui détient la clé de chiffrement : OPERATOR (défaut) ou OWNER.")
    private Custody custody = Custody.OPERATOR;

    @Option(names = "--seal-clear-mail", description = "Chiffrer au titulaire le courrier reçu en clair (OWNER).")
    private boolean sealClearMail;

    @Option(names = "--structure", defaultValue = "", description = "1 + FINESS ou 3 + SIRET.")
    private String structure = "";

    @Option(names = "--rpps", defaultValue = "", description = "Numéro RPPS (boîte PER).")
    private String rpps = "";

    @Option(names = "--family", defaultValue = "", description = "Nom d'exercice.")
    private String family = "";

    @Option(names = "--given", defaultValue = "", description = "Prénom d'exercice.")
    private String given = "";

    @Option(names = "--profession", defaultValue = "", description = "Libellé de la profession.")
    private String profession = "";

    @Option(names = "--smime-declared", description = "Le titulaire sait ouvrir le courrier chiffré.")
    private boolean smimeDeclared;

    @Option(names = "--delegate", split = ",", description = "Comptes à qui donner tous les droits, sans fin.")
    private List<String> delegates = List.of();

    @Option(names = "--password-file", description = "Fichier du mot de passe ; absent : il est tiré au sort.")
    private @Nullable Path passwordFile;

    @Option(names = "--no-password", description = "Boîte ouverte par ses seuls délégués.")
    private boolean withoutPassword;

    @Option(names = "--p12", description = "Clés du titulaire, à confier à l'exploitant.")
    private @Nullable Path p12;

    @Option(names = "--p12-password-file", description = "Fichier du mot de passe de --p12.")
    private @Nullable Path p12PasswordFile;

    Account account(List<String> domains) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (domains.stream().noneMatch(domain -> lower.endsWith("@" + domain))) {
            throw new ServerException("L'adresse n'est pas dans nos domaines : " + String.join(", ", domains));
        }
        if (lower.contains("+")) {
            throw new ServerException("Le signe + est réservé : personne+boîte@domaine");
        }
        Optional<LocalMailbox> mailbox =
                Optional.ofNullable(kind).map(type -> new LocalMailbox(lower, type, custody, sealClearMail, structure));
        return new Account(lower, label, mailbox, delegates);
    }

    OwnDirectory.Row row(LocalMailbox mailbox) {
        return new OwnDirectory.Row(
                mailbox.address(),
                mailbox.kind().name(),
                rpps.isEmpty() ? "" : "8" + rpps,
                mailbox.structure(),
                family,
                given,
                label,
                profession,
                smimeDeclared ? "declared" : "");
    }

    boolean withoutPassword() {
        return withoutPassword;
    }

    Optional<String> password() {
        return Optional.ofNullable(passwordFile).map(NewMailbox::firstLine);
    }

    Optional<KeyInstallation.Source> keys() {
        return Optional.ofNullable(p12).map(file -> {
            if (p12PasswordFile == null) {
                throw new ServerException("--p12 demande --p12-password-file");
            }
            return new KeyInstallation.Source(file, firstLine(p12PasswordFile));
        });
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> new ServerException("Fichier vide : " + file));
        } catch (IOException e) {
            throw new ServerException("Lecture impossible : " + file, e);
        }
    }
}
