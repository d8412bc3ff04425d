package fr.sceau.directory.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.entries.DirectorySchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of the directory: what they show, what they keep, and what they say of earlier days. */
final class CountryTest {
    private static final DN BRANCH = new DN(new RDN("ou", "boites"), new RDN("o", "annuaire-sante"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Path folder;
    private final Country country;

    CountryTest(@TempDir Path folder) {
        this.folder = folder;
        this.country = Country.open(folder, DirectorySchema.load());
    }

    @AfterEach
    void close() {
        country.close();
    }

    @Test
    void what_was_not_committed_has_never_been() {
        try (Update update = country.update(MONDAY)) {
            update.put(box("a", "Zoé"));
        }
        assertThat(country.refresh()).isFalse();
        assertThat(country.version().number()).isZero();
        assertThat(country.find(name("a"))).isEmpty();
    }

    @Test
    void a_version_shows_all_or_nothing_until_it_is_taken() {
        version(MONDAY, box("a", "Zoé"));
        assertThat(country.find(name("a"))).isPresent();
        try (Update update = country.update(MONDAY.plusDays(1))) {
            update.put(box("a", "Zoé"));
            update.put(box("b", "Noël"));
            update.commit(Map.of("boites", "fichier"));
        }
        assertThat(country.find(name("b"))).isEmpty();
        assertThat(country.refresh()).isTrue();
        assertThat(country.find(name("b"))).isPresent();
        assertThat(country.version()).isEqualTo(new Version(2, MONDAY.plusDays(1), Map.of("boites", "fichier")));
    }

    @Test
    void only_one_update_at_a_time() {
        try (Update first = country.update(MONDAY)) {
            assertThat(first.sizeBefore()).isZero();
            assertThatThrownBy(() -> country.update(MONDAY)).isInstanceOf(IndexException.class);
        }
    }

    @Test
    void who_is_missing_stays_resolvable_until_the_third_time() {
        version(MONDAY, box("a", "Zoé"), box("b", "Noël"));
        version(MONDAY.plusDays(1), box("a", "Zoé"));
        assertThat(shown("b", "asStatut")).hasValue("absent");
        assertThat(shown("b", "asVuJusqua")).hasValue("20260303");
        version(MONDAY.plusDays(2), box("a", "Zoé"));
        assertThat(shown("b", "asVuJusqua")).hasValue("20260303");
        Tally third = version(MONDAY.plusDays(3), box("a", "Zoé"));
        assertThat(third.removed()).isEqualTo(1);
        assertThat(country.find(name("b"))).isEmpty();
        assertThat(shown("a", "asStatut")).hasValue("actif");
    }

    @Test
    void who_comes_back_is_as_before_and_counted_anew() {
        version(MONDAY, box("a", "Zoé"));
        version(MONDAY.plusDays(1));
        version(MONDAY.plusDays(2));
        assertThat(version(MONDAY.plusDays(3), box("a", "Zoé")).back()).isEqualTo(1);
        assertThat(shown("a", "asStatut")).hasValue("actif");
        version(MONDAY.plusDays(4));
        assertThat(version(MONDAY.plusDays(5), box("a", "Zoë")).changed()).isEqualTo(1);
        assertThat(shown("a", "asStatut")).hasValue("actif");
        assertThat(shown("a", "asVuDepuis")).hasValue("20260302");
    }

    @Test
    void some_are_never_taken_out_for_missing() {
        version(MONDAY, box("a", "Zoé"));
        for (int day = 1; day < 6; day++) {
            try (Update update = country.update(MONDAY.plusDays(day))) {
                update.settle(BRANCH, entry -> Update.Fate.KEPT);
                update.commit(Map.of());
            }
        }
        country.refresh();
        assertThat(shown("a", "asStatut")).hasValue("absent");
    }

    @Test
    void every_day_can_be_asked_what_it_said() {
        version(MONDAY, box("a", "Zoé"));
        version(MONDAY.plusDays(2), box("a", "Zoé Dupré"), box("b", "Noël"));
        version(MONDAY.plusDays(4), box("a", "Zoé Martin"), box("b", "Noël"));
        assertThat(on("a", -1)).isEmpty();
        assertThat(on("a", 0)).hasValue("Zoé");
        assertThat(on("a", 1)).hasValue("Zoé");
        assertThat(on("a", 2)).hasValue("Zoé Dupré");
        assertThat(on("a", 9)).hasValue("Zoé Martin");
        assertThat(on("b", 1)).isEmpty();
        assertThat(on("b", 3)).hasValue("Noël");
    }

    @Test
    void changes_between_versions_are_told_once_for_each_entry() {
        version(MONDAY, box("a", "1"), box("b", "1"), box("c", "1"));
        version(MONDAY.plusDays(1), box("a", "2"), box("b", "1"), box("c", "1"));
        version(MONDAY.plusDays(2), box("a", "3"), box("b", "1"), box("c", "1"), box("d", "1"));
        List<Change> changes = country.changes(1, 3);
        assertThat(changes).extracting(Change::name).containsExactly(normal("a"), normal("d"));
        assertThat(changes.get(0).before().orElseThrow().getAttributeValue("cn"))
                .isEqualTo("1");
        assertThat(changes.get(0).after().orElseThrow().getAttributeValue("cn")).isEqualTo("3");
        assertThat(changes.get(1).before()).isEmpty();
        assertThat(country.changes(2, 2)).isEmpty();
    }

    @Test
    void fingerprint_tells_what_is_there_and_not_how_it_came() {
        version(MONDAY, box("a", "1"), box("b", "1"));
        long first = country.fingerprint();
        version(MONDAY.plusDays(1), box("a", "2"), box("c", "1"));
        assertThat(country.fingerprint()).isNotEqualTo(first);
        version(MONDAY.plusDays(2), box("b", "1"), box("a", "1"));
        assertThat(country.fingerprint()).isEqualTo(first);
    }

    @Test
    void rollback_is_a_new_version_like_an_earlier_one() {
        version(MONDAY, box("a", "1"), box("b", "1"), box("c", "1"));
        version(MONDAY.plusDays(1), box("a", "2"), box("b", "1"), box("d", "1"));
        version(MONDAY.plusDays(2), box("a", "3"), box("b", "1"), box("d", "1"));
        country.rollback(1, MONDAY.plusDays(3));
        country.refresh();
        assertThat(country.version().number()).isEqualTo(4);
        assertThat(shown("a", "cn")).hasValue("1");
        assertThat(shown("c", "asStatut")).hasValue("actif");
        assertThat(country.find(name("d"))).isEmpty();
        assertThat(on("a", 2)).hasValue("3");
        country.rollback(2, MONDAY.plusDays(4));
        country.refresh();
        assertThat(shown("a", "cn")).hasValue("2");
        assertThat(shown("c", "asVuJusqua")).hasValue("20260303");
        assertThatThrownBy(() -> country.rollback(9, MONDAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_entry_named_twice_in_one_version_is_what_was_said_first() {
        version(MONDAY, box("a", "1"), box("a", "2"));
        assertThat(shown("a", "cn")).hasValue("1");
    }

    @Test
    void the_folder_tells_the_same_to_who_opens_it_later() {
        version(MONDAY, box("a", "Zoé"));
        try (Country later = Country.open(folder, DirectorySchema.load())) {
            assertThat(later.version()).isEqualTo(country.version());
            assertThat(later.find(name("a"))).isEqualTo(country.find(name("a")));
        }
    }

    private Tally version(LocalDate day, Entry... entries) {
        try (Update update = country.update(day)) {
            for (Entry entry : entries) {
                update.put(entry);
            }
            update.settle(BRANCH, entry -> Update.Fate.COUNTED);
            update.commit(Map.of());
            country.refresh();
            return update.tally();
        }
    }

    private Optional<String> shown(String box, String attribute) {
        return country.find(name(box)).map(entry -> entry.getAttributeValue(attribute));
    }

    private Optional<String> on(String box, int day) {
        return country.find(name(box), MONDAY.plusDays(day)).map(entry -> entry.getAttributeValue("cn"));
    }

    private static String normal(String box) {
        return name(box).toNormalizedString();
    }

    private static DN name(String box) {
        return new DN(new RDN("mail", box + "@mssante.test"), BRANCH);
    }

    private static Entry box(String box, String cn) {
        return new Entry(name(box), new Attribute("mail", box + "@mssante.test"), new Attribute("cn", cn));
    }
}
