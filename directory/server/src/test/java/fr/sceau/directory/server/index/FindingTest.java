package fr.sceau.directory.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.entries.DirectorySchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search of the country waits for, and what it gives first. */
final class FindingTest {
    private static final DN BRANCH = new DN(new RDN("ou", "boites"), new RDN("o", "annuaire-sante"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Country country;

    FindingTest(@TempDir Path folder) {
        this.country = Country.open(folder, DirectorySchema.load());
    }

    @AfterEach
    void close() {
        country.close();
    }

    @Test
    void who_looks_for_a_whole_address_does_not_wait_for_the_words() throws Exception {
        version(MONDAY, box("a", "Zoé"));
        assertThat(country.find(BRANCH, SearchScope.SUB, Filter.create("(mail=a@mssante.test)"), 9))
                .hasSize(1);
        assertThat(country.isPrepared()).isFalse();
        country.prepare();
        assertThat(country.isPrepared()).isTrue();
        version(MONDAY.plusDays(1), box("a", "Zoé"), box("b", "Zoé"));
        assertThat(country.isPrepared()).isTrue();
    }

    private void version(LocalDate day, Entry... entries) {
        try (Update update = country.update(day)) {
            for (Entry entry : entries) {
                update.put(entry);
            }
            update.settle(BRANCH, entry -> Update.Fate.COUNTED);
            update.commit(Map.of());
            country.refresh();
        }
    }

    private static Entry box(String box, String cn) {
        DN name = new DN(new RDN("mail", box + "@mssante.test"), BRANCH);
        return new Entry(name, new Attribute("mail", box + "@mssante.test"), new Attribute("cn", cn));
    }
}
