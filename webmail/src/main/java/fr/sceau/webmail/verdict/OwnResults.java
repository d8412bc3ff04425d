package fr.sceau.webmail.verdict;

import fr.sceau.smime.facts.MessageFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks the one Authentication-Results field that may be believed: the topmost that bears our own server's name, of a
 * message that the server itself delivered. Fields of other servers, and any further field under our name, were written
 * by somebody else on the way (RFC 8601 5); so was every field of a message that a client put into the mailbox.
 */
public final class OwnResults {
    private static final Pattern AUTHSERV_ID =
            Pattern.compile("\\s*([^\\s;()\"]+)\\s*(?:[0-9]+\\s*)?;.*", Pattern.DOTALL);

    private final String authservId;

    public OwnResults(String authservId) {
        this.authservId = authservId.toLowerCase(Locale.ROOT);
    }

    /**
     * What our server said of a message, and what became of it since.
     *
     * @param keywords of the message; their case is the mail server's affair (RFC 3501 2.3.2)
     * @param values of all its Authentication-Results fields, topmost first
     */
    public Optional<MessageFacts> facts(Set<String> keywords, List<String> values) {
        boolean judged = keywords.stream().anyMatch(MessageFacts.JUDGED_KEYWORD::equalsIgnoreCase);
        return judged ? topmost(values).map(facts -> facts.since(keywords)) : Optional.empty();
    }

    private Optional<MessageFacts> topmost(List<String> values) {
        return values.stream()
                .filter(this::ours)
                .findFirst()
                .flatMap(value -> MessageFacts.parse(authservId, List.of(value)));
    }

    private boolean ours(String value) {
        Matcher matcher = AUTHSERV_ID.matcher(value);
        return matcher.matches() && matcher.group(1).toLowerCase(Locale.ROOT).equals(authservId);
    }
}
