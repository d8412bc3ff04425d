package fr.sceau.system.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge itself, on stories of which we know the truth. */
final class OrderTest {
    private static final int FLAGGED = 1 << 2;

    @Test
    void acts_one_after_the_other_leave_what_the_last_one_left() {
        List<Deed> deeds = List.of(deed(1, 2, Deed.Kind.ADD, FLAGGED), deed(3, 4, Deed.Kind.REMOVE, FLAGGED));
        assertThat(Order.explains(0, deeds, 0)).isTrue();
        assertThat(Order.explains(0, deeds, FLAGGED)).isFalse();
    }

    @Test
    void acts_at_the_same_time_may_come_in_either_order() {
        List<Deed> deeds = List.of(deed(1, 4, Deed.Kind.ADD, FLAGGED), deed(2, 3, Deed.Kind.REPLACE, Flag.SEEN));
        assertThat(Order.explains(0, deeds, Flag.SEEN)).isTrue();
        assertThat(Order.explains(0, deeds, Flag.SEEN | FLAGGED)).isTrue();
        assertThat(Order.explains(0, deeds, FLAGGED)).isFalse();
    }

    @Test
    void lost_update_is_found() {
        List<Deed> deeds = List.of(deed(1, 4, Deed.Kind.ADD, FLAGGED), deed(2, 3, Deed.Kind.ADD, Flag.SEEN));
        assertThat(Order.explains(0, deeds, Flag.SEEN)).isFalse();
    }

    @Test
    void message_that_two_moved_is_found() {
        List<Deed> deeds = List.of(deed(1, 4, Deed.Kind.MOVED, 0), deed(2, 3, Deed.Kind.MOVED, 0));
        assertThat(Order.explains(0, deeds, Deed.GONE)).isFalse();
    }

    @Test
    void expunge_takes_only_what_was_marked() {
        List<Deed> expunge = List.of(deed(1, 2, Deed.Kind.EXPUNGE, 0));
        assertThat(Order.explains(Flag.SEEN, expunge, Deed.GONE)).isFalse();
        assertThat(Order.explains(Flag.DELETED, expunge, Flag.DELETED)).isFalse();
        assertThat(Order.explains(Flag.DELETED, expunge, Deed.GONE)).isTrue();
    }

    @Test
    void message_that_nobody_touched_stays() {
        assertThat(Order.explains(Flag.SEEN, List.of(), Deed.GONE)).isFalse();
        assertThat(Order.explains(Flag.SEEN, List.of(), 0)).isFalse();
        assertThat(Order.explains(Flag.SEEN, List.of(), Flag.SEEN)).isTrue();
    }

    @Test
    void flags_that_an_answer_told_must_have_been_there() {
        List<Deed> deeds = List.of(deed(1, 2, Deed.Kind.ADD, FLAGGED), deed(3, 4, Deed.Kind.SEEN, 0));
        assertThat(Order.explains(0, deeds, FLAGGED)).isFalse();
    }

    @Test
    void copy_has_the_flags_of_some_moment() {
        List<Deed> deeds = List.of(deed(1, 4, Deed.Kind.ADD, FLAGGED), deed(5, 6, Deed.Kind.REPLACE, Flag.SEEN));
        assertThat(Order.states(0, deeds)).isEqualTo(Set.of(0, FLAGGED, Flag.SEEN));
    }

    @Test
    void deed_of_which_nobody_knows_may_be_left_out() {
        Deed marked = new Deed(1, 2, Deed.Kind.ADD, Set.of(Flag.SEEN, Flag.SEEN | FLAGGED), true, "test");
        assertThat(Order.explains(0, List.of(marked), 0)).isTrue();
        assertThat(Order.explains(0, List.of(marked), Flag.SEEN | FLAGGED)).isTrue();
        assertThat(Order.explains(0, List.of(marked), FLAGGED)).isFalse();
    }

    private static Deed deed(long start, long end, Deed.Kind kind, int flags) {
        return new Deed(start, end, kind, Set.of(flags), false, "test");
    }
}
