package fr.sceau.mailets.submission;

import fr.sceau.mailets.smtp.ClientBytes;
import fr.sceau.smime.RawMessage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /**
     * What the ledger knows this submission by: content and recipients. The same bytes for somebody else are another
     * submission: a client that was put off for one recipient, or that parts a long list, sends them again for the rest.
     */
    public String fingerprint() {
        String to = recipients.stream()
                .map(recipient -> recipient.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return ClientBytes.sha256(sha256 + "\n" + to);
    }
}
