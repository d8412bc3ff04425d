package fr.sceau.mailets.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class LargeMailGateTest {
    private final LargeMailGate gate = new LargeMailGate();

    @Test
    void second_large_message_waits_for_the_first() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        Thread thread = new Thread(() -> pass(second));

        try (LargeMailGate.Passage first = gate.enter(LargeMailGate.LARGE)) {
            thread.start();
            assertThat(second.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        thread.join();
    }

    @Test
    void small_message_never_waits() {
        try (LargeMailGate.Passage large = gate.enter(LargeMailGate.LARGE);
                LargeMailGate.Passage small = gate.enter(LargeMailGate.LARGE - 1)) {
            assertThat(small).isNotNull();
        }
    }

    private void pass(CountDownLatch passed) {
        try (LargeMailGate.Passage large = gate.enter(LargeMailGate.LARGE)) {
            passed.countDown();
        }
    }
}
