package fr.sceau.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When the end of a mail's work is a reason to look into the queue again. */
final class SharesTest {
    private final Shares shares = new Shares(4);

    @Test
    void place_that_nobody_was_refused_is_no_news() {
        assertThat(shares.closed()).contains(List.of());
        shares.took("un.test");
        assertThat(shares.closed()).contains(List.of());
        assertThat(shares.gaveBack("un.test")).isFalse();
    }

    @Test
    void place_is_news_once_after_a_destination_was_closed() {
        shares.took("un.test");
        shares.took("un.test");
        assertThat(shares.closed()).contains(List.of("un.test"));
        assertThat(shares.gaveBack("un.test")).isTrue();
        assertThat(shares.gaveBack("un.test")).isFalse();
    }

    @Test
    void place_is_news_after_all_were_taken_even_when_somebody_has_asked_since() {
        shares.took("un.test");
        shares.took("deux.test");
        shares.took("trois.test");
        shares.took("quatre.test");
        assertThat(shares.closed()).isEmpty();
        assertThat(shares.gaveBack("un.test")).isTrue();
        shares.closed();
        assertThat(shares.closed()).isPresent();
        assertThat(shares.gaveBack("deux.test")).isTrue();
    }
}
