package fr.sceau.server.upkeep;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.server.ServerException;
import fr.sceau.server.renewal.KeyLine;
import fr.sceau.server.renewal.KeySurvey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator, in one line, whose keys end within thirty days or have ended without a successor. */
final class RenewalNotice {
    private static final Logger LOGGER = LoggerFactory.getLogger(RenewalNotice.class);

    private final OperatorKeys keys;
    private final Path home;
    private final Clock clock;

    @Inject
    RenewalNotice(OperatorKeys keys, MailetsConfiguration configuration, Clock clock) {
        this.keys = keys;
        this.home = configuration.home();
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        try {
            KeySurvey found = KeySurvey.of(keys.inventory(), home, now);
            found.gaps().forEach(gap -> LOGGER.warn("keys: {}", gap));
            List<KeyLine> urgent = found.urgent();
            if (!urgent.isEmpty()) {
                LOGGER.error("ALERT keys to be renewed (sceau keys): {}", text(urgent, now));
            }
        } catch (MailetsException | ServerException e) {
            LOGGER.warn("keys not looked at, again tomorrow: {}", e.getMessage());
        }
    }

    private static String text(List<KeyLine> urgent, Instant now) {
        return urgent.stream()
                .map(line -> line.name().replaceAll("\\p{Cntrl}", " ") + " in " + line.days(now) + " days")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
