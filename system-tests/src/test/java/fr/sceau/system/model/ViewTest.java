package fr.sceau.system.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A client's view on answers that break the rules. */
final class ViewTest {
    private final View view = new View("test", false);

    @Test
    void position_follows_expunges() {
        tell("NOOP", "* 3 EXISTS", "* 1 FETCH (UID 4)", "* 2 FETCH (UID 5)", "* 3 FETCH (UID 9)", "* 2 EXPUNGE");
        assertThat(view.uids()).containsExactly(4L, 9L);
    }

    @Test
    void count_that_falls_without_expunge_is_found() {
        tell("NOOP", "* 3 EXISTS");
        assertBroken("NOOP", "* 2 EXISTS");
    }

    @Test
    void expunge_while_numbers_are_in_use_is_found() {
        tell("NOOP", "* 3 EXISTS");
        assertBroken("STORE 1 +FLAGS (\\Seen)", "* 2 EXPUNGE");
        tell("UID STORE 1 +FLAGS (\\Seen)", "* 2 EXPUNGE");
    }

    @Test
    void position_that_changes_its_uid_is_found() {
        tell("NOOP", "* 2 EXISTS", "* 1 FETCH (UID 4)");
        assertBroken("NOOP", "* 1 FETCH (UID 5)");
        assertBroken("NOOP", "* 2 FETCH (UID 3)");
    }

    @Test
    void vanished_belongs_to_who_enabled_it() {
        tell("NOOP", "* 1 EXISTS", "* 1 FETCH (UID 4)");
        assertBroken("NOOP", "* VANISHED 4");
    }

    private void assertBroken(String command, String line) {
        assertThatThrownBy(() -> tell(command, line)).isInstanceOf(Contradiction.class);
    }

    private void tell(String command, String... lines) {
        List<Line> told =
                List.of(lines).stream().map(line -> Line.of(line, List.of())).toList();
        view.follow(new Exchange(command, 0, 1, told, "OK"));
    }
}
