package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import fr.sceau.server.accounts.Delegation;
import fr.sceau.server.accounts.JdbcAccounts;
import fr.sceau.server.accounts.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a person rights on a box. */
@Command(
        name = "share",
        mixinStandardHelpOptions = true,
        description = {
            "Donne à une personne des droits sur une boîte, à la place de ceux qu'elle y avait.",
            "Les jours sont ceux de Paris ; le premier et le dernier sont compris."
        })
final class ShareCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(index = "0", paramLabel = "BOÎTE", description = "Adresse de la boîte.")
    private String box = "";

    @Parameters(index = "1", paramLabel = "PERSONNE", description = "Adresse du compte de la personne.")
    private String person = "";

    @Option(
            names = "--rights",
            required = true,
            split = ",",
            paramLabel = "DROIT",
            description = "read (lire), write (lire, marquer, classer, supprimer), send (écrire au nom de la boîte).")
    private List<String> rights = new ArrayList<>();

    @Option(names = "--from", paramLabel = "AAAA-MM-JJ", description = "Premier jour ; absent : tout de suite.")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "AAAA-MM-JJ", description = "Dernier jour ; absent : sans fin.")
    private @Nullable LocalDate until;

    @Override
    public Integer call() {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        Delegation delegation = delegation();
        try (AccountTables tables = AccountTables.open(configuration)) {
            check(tables.accounts());
            tables.delegations().put(delegation);
        }
        new ShareTrace(configuration.home()).given(delegation);
        System.out.println(ShareTable.line(delegation));
        return 0;
    }

    private Delegation delegation() {
        if (from != null && until != null && until.isBefore(from)) {
            throw new ServerException("Le dernier jour est avant le premier");
        }
        return new Delegation(
                box.toLowerCase(Locale.ROOT),
                person.toLowerCase(Locale.ROOT),
                shares(),
                Days.beginOf(Optional.ofNullable(from)),
                Days.endOf(Optional.ofNullable(until)));
    }

    private Set<Share> shares() {
        Set<Share> shares = EnumSet.noneOf(Share.class);
        for (String word : rights) {
            try {
                shares.add(Share.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new ServerException("Droit inconnu (read, write, send) : " + word, e);
            }
        }
        return shares;
    }

    private void check(JdbcAccounts accounts) {
        if (accounts.mailbox(box).isEmpty()) {
            throw new ServerException("Boîte inconnue : " + box);
        }
        if (!accounts.exists(person)) {
            throw new ServerException("Compte inconnu : " + person);
        }
        if (box.equalsIgnoreCase(person)) {
            throw new ServerException("Une boîte ne se partage pas avec elle-même");
        }
    }
}
