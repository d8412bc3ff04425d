package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.accounts.Account;
import fr.sceau.server.accounts.Delegation;
import fr.sceau.server.accounts.JdbcAccounts;
import fr.sceau.server.accounts.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates and lists mailboxes and logins; says who may use whose box. */
@Command(
        name = "mailbox",
        mixinStandardHelpOptions = true,
        description = "Boîtes aux lettres et comptes.",
        subcommands = {
            ShareCommand.class,
            UnshareCommand.class,
            SharesCommand.class,
            MailboxMailCommands.Export.class,
            MailboxMailCommands.Import.class
        },
        synopsisSubcommandLabel = "COMMANDE")
final class MailboxCommand {
    @Command(name = "create", mixinStandardHelpOptions = true, description = "Crée ou modifie une boîte ou un compte.")
    int create(@Mixin Home home, @Mixin NewMailbox mailbox) {
        Path folder = home.path();
        ServerConfiguration configuration = ServerConfiguration.load(folder);
        Account account = mailbox.account(configuration.domains());
        Optional<String> password = mailbox.password();
        boolean generated = password.isEmpty() && !mailbox.withoutPassword();
        String chosen = password.orElseGet(GeneratedPassword::next);
        with(configuration, accounts -> {
            accounts.save(account, mailbox.withoutPassword() ? Optional.empty() : Optional.of(chosen));
            return account;
        });
        traceDelegates(folder, account);
        account.mailbox().ifPresent(box -> new OwnDirectory(folder).put(mailbox.row(box)));
        mailbox.keys().ifPresent(file -> new KeyInstallation(folder).install(account.address(), file));
        System.out.println("Boîte prête : " + account.address());
        if (generated) {
            System.out.println("Mot de passe (affiché une seule fois) : " + chosen);
        }
        return 0;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Crée ou modifie les boîtes d'un fichier tabulé.")
    int importFile(@Mixin Home home, @Parameters(paramLabel = "FICHIER") Path file) {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        List<Registration> rows = AccountsFile.read(file);
        with(configuration, accounts -> {
            accounts.save(rows);
            return rows;
        });
        rows.forEach(row -> traceDelegates(home.path(), row.account()));
        System.out.println(rows.size() + " comptes en place");
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Énumère les boîtes.")
    int list(@Mixin Home home) {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        with(configuration, JdbcAccounts::mailboxes).forEach(System.out::println);
        return 0;
    }

    private static void traceDelegates(Path home, Account account) {
        ShareTrace trace = new ShareTrace(home);
        account.delegates().forEach(person -> trace.given(Delegation.whole(account.address(), lower(person))));
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static <T> T with(ServerConfiguration configuration, Function<JdbcAccounts, T> work) {
        try (AccountTables tables = AccountTables.open(configuration)) {
            return work.apply(tables.accounts());
        }
    }
}
