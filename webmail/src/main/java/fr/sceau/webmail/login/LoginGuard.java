package fr.sceau.webmail.login;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows the guessing of passwords: after five failures in a row for one login from one place, ten minutes of rest. */
@Component
class LoginGuard {
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginGuard(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    synchronized void check(String login, String from) {
        Failures known = failures.get(key(login, from));
        if (known != null && known.count() >= FAILURES && !rested(known)) {
            throw new WebmailException(Refusal.TOO_MANY_LOGINS);
        }
    }

    synchronized void failed(String login, String from) {
        Failures known = failures.get(key(login, from));
        int before = known == null || rested(known) ? 0 : known.count();
        failures.put(key(login, from), new Failures(before + 1, clock.instant()));
    }

    synchronized void succeeded(String login, String from) {
        failures.remove(key(login, from));
    }

    private boolean rested(Failures known) {
        return known.last().plus(REST).isBefore(clock.instant());
    }

    private static String key(String login, String from) {
        return login + " " + from;
    }
}
