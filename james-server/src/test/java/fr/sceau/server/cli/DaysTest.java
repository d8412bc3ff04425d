package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.server.accounts.Delegation;
import fr.sceau.server.accounts.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DaysTest {
    private static final Optional<LocalDate> LAST_SUNDAY_OF_SUMMER_TIME = Optional.of(LocalDate.of(2026, 10, 25));

    @Test
    void first_and_last_day_are_whole_days_of_paris() {
        Instant since = Days.beginOf(LAST_SUNDAY_OF_SUMMER_TIME);
        Instant until = Days.endOf(LAST_SUNDAY_OF_SUMMER_TIME);
        assertThat(since).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
        assertThat(until).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        Delegation delegation = new Delegation("a@x.test", "b@x.test", Set.of(Share.READ), since, until);
        assertThat(Days.first(delegation)).isEqualTo("2026-10-25");
        assertThat(Days.last(delegation)).isEqualTo("2026-10-25");
    }

    @Test
    void no_day_is_no_bound() {
        Delegation delegation = Delegation.whole("a@x.test", "b@x.test");
        assertThat(Days.beginOf(Optional.empty())).isEqualTo(delegation.since());
        assertThat(Days.endOf(Optional.empty())).isEqualTo(delegation.until());
        assertThat(Days.first(delegation) + Days.last(delegation)).isEqualTo("--");
    }
}
