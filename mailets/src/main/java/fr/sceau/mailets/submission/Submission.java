package fr.sceau.mailets.submission;

import fr.sceau.smime.RawMessage;
import java.util.List;

/**
 * A message that somebody hands in.
 *
 * @param login lower case
 * @param recipients envelope recipients
 * @param message with our Received field in front
 * @param sha256 digest of what the client sent
 */
public record Submission(String login, List<String> recipients, RawMessage message, String sha256) {
    public Submission {
        recipients = List.copyOf(recipients);
    }
}
