package fr.sceau.webmail.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.webmail.WebmailException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginGuardTest {
    private final Hands hands = new Hands();
    private final LoginGuard guard = new LoginGuard(hands);

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            guard.check("a@exemple.test", "10.0.0.1");
            guard.failed("a@exemple.test", "10.0.0.1");
        }
    }

    @Test
    void the_sixth_attempt_waits_ten_minutes() {
        fail(5);
        assertThatThrownBy(() -> guard.check("a@exemple.test", "10.0.0.1"))
                .isInstanceOf(WebmailException.class)
                .hasMessage("too-many-logins");
        hands.now = hands.now.plus(Duration.ofMinutes(11));
        assertThatCode(() -> guard.check("a@exemple.test", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void others_are_not_held_up() {
        fail(5);
        assertThatCode(() -> guard.check("b@exemple.test", "10.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> guard.check("a@exemple.test", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void a_success_forgets_the_failures() {
        fail(4);
        guard.succeeded("a@exemple.test", "10.0.0.1");
        fail(4);
        assertThatCode(() -> guard.check("a@exemple.test", "10.0.0.1")).doesNotThrowAnyException();
    }
}
