package fr.sceau.bench.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LoadTest {
    @Test
    void connections_take_turns_at_even_distances() {
        Load crowd = new Load(4, 100);
        long[] due = LongStream.range(0, 12)
                .map(question -> crowd.due((int) (question % 4), question / 4))
                .toArray();
        assertThat(due)
                .isEqualTo(LongStream.range(0, 12).map(i -> i * 10_000_000).toArray());
    }

    @Test
    void who_never_pauses_waits_for_a_turn_and_not_for_an_answer() {
        assertThat(new Load(1, 0).isWaitedFor()).isTrue();
        assertThat(new Load(8, 100).isWaitedFor()).isTrue();
        assertThat(new Load(8, 0).isWaitedFor()).isFalse();
    }
}
