package fr.sceau.bench.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions that are drawn: the same for the same seed, and each fits the entry that it is about. */
class SampleTest {
    private static final List<Entry> BOXES =
            IntStream.range(0, 200).mapToObj(SampleTest::box).toList();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_question_fits_the_entry_that_is_sought(Kind kind) {
        for (Question question : drawn(kind, BOXES, 1)) {
            Entry sought = BOXES.stream()
                    .filter(entry -> entry.getDN().equals(question.sought()))
                    .findFirst()
                    .orElseThrow();
            assertThat(question.rule().folded().holds(new FoldedEntry(sought)))
                    .as("%s", question)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void something_is_drawn_for_each_kind(Kind kind) {
        assertThat(drawn(kind, BOXES, 1)).hasSize(20);
    }

    @Test
    void the_order_of_the_entries_does_not_matter() {
        List<Entry> backwards = new ArrayList<>(BOXES);
        Collections.reverse(backwards);
        assertThat(drawn(Kind.TWO_WORDS, backwards, 1)).isEqualTo(drawn(Kind.TWO_WORDS, BOXES, 1));
    }

    @Test
    void another_seed_draws_others() {
        assertThat(drawn(Kind.MAIL, BOXES, 2)).isNotEqualTo(drawn(Kind.MAIL, BOXES, 1));
    }

    private static List<Question> drawn(Kind kind, List<Entry> entries, long seed) {
        Sample sample = new Sample(kind, 20, seed);
        entries.forEach(sample::offer);
        return sample.questions();
    }

    /** All that any question asks for in one entry; half of them with accents. */
    private static Entry box(int number) {
        String given = number % 2 == 0 ? "Hélène" : "Pierre";
        String family = number % 2 == 0 ? "LEFÈVRE" : "BERNARD-PETIT";
        return new Entry(
                "mail=box" + number + "@a.fr,ou=boites,o=annuaire-sante",
                new Attribute("mail", "box" + number + "@a.fr"),
                new Attribute("asTypeBAL", "PER"),
                new Attribute("employeeNumber", "1000" + number),
                new Attribute("asFiness", "75000" + number),
                new Attribute("cn", given + " " + family, family + " " + given),
                new Attribute("givenName", given),
                new Attribute("sn", family),
                new Attribute("title", "Médecin"),
                new Attribute("l", "LYON"));
    }
}
