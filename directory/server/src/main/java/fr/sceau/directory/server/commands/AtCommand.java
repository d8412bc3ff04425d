package fr.sceau.directory.server.commands;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.directory.server.index.Country;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the directory said of an entry on a day. */
@Command(
        name = "at",
        mixinStandardHelpOptions = true,
        description = "Ce que l'annuaire disait d'une entrée un jour donné ; code 1 si elle n'y était pas.")
final class AtCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Parameters(index = "0", paramLabel = "AAAA-MM-JJ", description = "le jour")
    private @Nullable LocalDate day;

    @Parameters(index = "1", paramLabel = "DN", description = "le nom de l'entrée")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Country country = index.open()) {
            Optional<Entry> then = country.find(new DN(Objects.requireNonNull(name)), Objects.requireNonNull(day));
            then.ifPresent(entry -> spec.commandLine().getOut().println(entry.toLDIFString()));
            return then.isPresent() ? 0 : 1;
        } catch (LDAPException e) {
            throw new ParameterException(spec.commandLine(), "Nom d'entrée illisible.", e);
        }
    }
}
