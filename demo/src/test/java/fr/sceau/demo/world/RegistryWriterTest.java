package fr.sceau.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RegistryWriterTest {
    private static final RegistryWriter REGISTRY = new RegistryWriter(new Population());

    @Test
    void person_activity_has_the_official_columns_and_a_separator_at_each_end() {
        List<String> lines = lines(REGISTRY.personActivity());
        assertThat(lines.get(0))
                .startsWith(
                        "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|")
                .endsWith("|Code rôle|Libellé rôle|Code genre activité|Libellé genre activité|");
        assertThat(lines).hasSizeGreaterThan(30).allSatisfy(line -> assertThat(line.split("\\|", -1))
                .hasSize(57));
    }

    @Test
    void mailbox_extraction_has_the_31_official_columns() {
        List<String> lines = lines(REGISTRY.mailboxes());
        assertThat(lines.get(0))
                .startsWith("Type de BAL|Adresse BAL|Type Identifiant PP|")
                .endsWith("|Code postal structure BAL|Département structure BAL|Pays structure BAL");
        assertThat(lines).hasSizeGreaterThan(20).allSatisfy(line -> assertThat(line.split("\\|", -1))
                .hasSize(31));
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line.substring(0, 4)).isIn("PER|", "ORG|"));
    }

    @Test
    void every_rpps_is_in_the_test_range_and_passes_luhn() {
        List<String> lines = lines(REGISTRY.personActivity());
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            String[] cells = line.split("\\|", -1);
            assertThat(cells[1]).matches("99700[0-9]{6}").satisfies(rpps -> assertThat(luhn(rpps))
                    .isZero());
            assertThat(cells[2]).isEqualTo("8" + cells[1]);
        });
        assertThat(luhn("99700218896")).as("a published test number").isZero();
        assertThat(luhn("99700218895")).isNotZero();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /** Written apart from the code under test; zero for a valid number. */
    private static int luhn(String number) {
        int[] doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
        int sum = 0;
        boolean second = false;
        for (char digit : new StringBuilder(number).reverse().toString().toCharArray()) {
            sum += second ? doubled[digit - '0'] : digit - '0';
            second = !second;
        }
        return sum % 10;
    }
}
