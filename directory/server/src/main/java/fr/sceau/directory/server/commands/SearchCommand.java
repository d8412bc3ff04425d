package fr.sceau.directory.server.commands;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.index.Country;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Entries that match a filter, as LDIF. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Les entrées qui répondent à un filtre LDAP, en LDIF.")
final class SearchCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Parameters(paramLabel = "FILTRE", description = "par exemple (cn=*martin*)")
    private @Nullable String filter;

    @Option(names = "--limit", defaultValue = "100", description = "au plus tant d'entrées (${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--base", defaultValue = "o=annuaire-sante", description = "au-dessous de (${DEFAULT-VALUE})")
    private String base = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Country country = index.open()) {
            List<Entry> found =
                    country.find(new DN(base), SearchScope.SUB, Filter.create(Objects.requireNonNull(filter)), limit);
            found.forEach(entry -> spec.commandLine().getOut().println(entry.toLDIFString()));
            return 0;
        } catch (LDAPException e) {
            throw new ParameterException(spec.commandLine(), "Filtre ou base illisible.", e);
        }
    }
}
