package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.database.Sql;
import java.util.Arrays;
import java.util.List;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageRange;
import org.junit.jupiter.api.Test;

/** How sets of UIDs become ranges that have nothing in common. */
final class UidSetTest {
    @Test
    void ranges_that_overlap_or_touch_become_one() {
        assertThat(numbers(
                        UidSet.ofRanges(List.of(range(4, 9), range(1, 1), range(6, 7), range(10, 12), range(20, 21)))))
                .isEqualTo("[1, 4, 20] [1, 12, 21]");
    }

    @Test
    void a_range_without_end_swallows_what_follows() {
        MessageRange rest = MessageRange.from(MessageUid.of(5));
        assertThat(numbers(UidSet.ofRanges(List.of(range(7, 8), rest, MessageRange.from(MessageUid.of(9))))))
                .isEqualTo("[5] [" + MessageUid.MAX_VALUE.asLong() + "]");
    }

    @Test
    void single_numbers_come_once_and_in_order() {
        assertThat(numbers(UidSet.of(List.of(9L, 3L, 2L, 9L, 4L)))).isEqualTo("[2, 9] [4, 9]");
        assertThat(numbers(UidSet.of(List.of()))).isEqualTo("[] []");
    }

    private static String numbers(UidSet set) {
        List<Object> parameters = set.in(42);
        return Arrays.toString(((Sql.Values) parameters.get(0)).elements()) + " "
                + Arrays.toString(((Sql.Values) parameters.get(1)).elements());
    }

    private static MessageRange range(long low, long high) {
        return MessageRange.range(MessageUid.of(low), MessageUid.of(high));
    }
}
