package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.Holder;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.ldap.Limits;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers from the index and what is laid over it, beside those of UnboundID's server, which reads every entry. */
final class GeneratedFiltersTest {
    private static final int QUESTIONS = 500;
    private static final Limits WIDE =
            new Limits(1_000, 1_000, 100_000, Duration.ofMinutes(1), 4, 20, Limits.USUAL.rate());

    private final TrustWorld world;

    GeneratedFiltersTest(@TempDir Path home) throws Exception {
        world = new TrustWorld(home);
    }

    @Test
    void five_hundred_filters_find_what_they_find_in_another_server() throws Exception {
        AsciiWorld.write(world.directory());
        world.bindings()
                .bind(new Binding(
                        AsciiWorld.NATIONAL_WITH_CERTIFICATE,
                        Holder.structure(AsciiWorld.ITS_STRUCTURE),
                        certificate(),
                        NOW));
        try (DirectoryFixture directory = new DirectoryFixture(world.directory(), WIDE);
                InMemoryDirectoryServer other = other(directory)) {
            QuestionGenerator generator = new QuestionGenerator(new Random(2026), entries(directory));
            List<String> different = new ArrayList<>();
            int found = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                SearchRequest question = generator.next();
                Set<String> expected = names(other, question);
                assertThat(names(directory.connection, question))
                        .as(question.toString())
                        .isEqualTo(expected);
                found += expected.isEmpty() ? 0 : 1;
            }
            assertThat(different).isEmpty();
            assertThat(directory.certificates(AsciiWorld.NATIONAL_WITH_CERTIFICATE))
                    .isNotEmpty();
            assertThat(found).as("questions that find something").isGreaterThan(QUESTIONS / 3);
        }
    }

    private static X509Certificate certificate() {
        return TrustWorld.organisation(TrustWorld.PKI, AsciiWorld.ITS_STRUCTURE)
                .encryption()
                .certificate();
    }

    /** In an order of their own: that of the index is another one each time, and the questions are made of them. */
    private static List<SearchResultEntry> entries(DirectoryFixture directory) throws LDAPException {
        return directory
                .connection
                .search("o=annuaire-sante", SearchScope.SUB, Filter.createPresenceFilter("objectClass"))
                .getSearchEntries()
                .stream()
                .sorted(Comparator.comparing(SearchResultEntry::getDN))
                .toList();
    }

    private static InMemoryDirectoryServer other(DirectoryFixture directory) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=annuaire-sante");
        config.setSchema(DirectorySchema.load());
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        List<SearchResultEntry> all = entries(directory);
        assertThat(all).hasSizeGreaterThan(100);
        for (Entry entry : all.stream()
                .sorted(Comparator.comparingInt(entry ->
                        entry.getDN().length() - entry.getDN().replace(",", "").length()))
                .toList()) {
            server.add(entry);
        }
        return server;
    }

    private static Set<String> names(LDAPInterface server, SearchRequest question) throws LDAPException {
        Set<String> names = new TreeSet<>();
        for (SearchResultEntry entry : server.search(question).getSearchEntries()) {
            names.add(entry.getParsedDN().toNormalizedString());
        }
        return names;
    }
}
