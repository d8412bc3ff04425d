package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.registry.Quarantine;
import java.time.Instant;
import java.util.List;

/**
 * What the operator is to know.
 *
 * @param standings by address
 * @param advice {@code address : sentence}
 * @param unread lines of the table that nobody understands
 * @param notBefore when the service is asked again, if it was to be left alone
 */
public record Survey(List<Standing> standings, List<String> advice, List<Quarantine.Line> unread, Instant notBefore) {
    public Survey {
        standings = List.copyOf(standings);
        advice = List.copyOf(advice);
        unread = List.copyOf(unread);
    }
}
