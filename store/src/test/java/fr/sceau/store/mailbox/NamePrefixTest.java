package fr.sceau.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.james.mailbox.model.search.ExactName;
import org.apache.james.mailbox.model.search.MailboxNameExpression;
import org.apache.james.mailbox.model.search.PrefixedRegex;
import org.apache.james.mailbox.model.search.PrefixedWildcard;
import org.apache.james.mailbox.model.search.Wildcard;
import org.junit.jupiter.api.Test;

final class NamePrefixTest {
    private static final String LETTERS = "ab.*%";

    private final Random random = new Random(7);

    @Test
    void every_name_that_an_expression_matches_begins_with_the_prefix() {
        int matches = 0;
        for (int round = 0; round < 20_000; round++) {
            String name = word();
            for (MailboxNameExpression expression : expressions()) {
                if (expression.isExpressionMatch(name)) {
                    matches++;
                    assertThat(name).startsWith(NamePrefix.of(expression));
                }
            }
        }
        assertThat(matches).isGreaterThan(2_000);
    }

    @Test
    void what_precedes_the_first_wildcard_is_left_to_the_index() {
        assertThat(NamePrefix.of(new PrefixedWildcard("INBOX.Labo."))).isEqualTo("INBOX.Labo.");
        assertThat(NamePrefix.of(new PrefixedRegex("", "Archives%", '.'))).isEqualTo("Archives");
        assertThat(NamePrefix.of(new ExactName("a*b"))).isEqualTo("a*b");
        assertThat(NamePrefix.of(Wildcard.INSTANCE)).isEmpty();
    }

    private List<MailboxNameExpression> expressions() {
        List<MailboxNameExpression> plain =
                List.of(new ExactName(word()), new PrefixedWildcard(word()), new PrefixedRegex(word(), word(), '.'));
        return List.of(
                plain.get(0),
                plain.get(1),
                plain.get(2),
                plain.get(0).includeChildren(),
                plain.get(2).includeChildren());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
