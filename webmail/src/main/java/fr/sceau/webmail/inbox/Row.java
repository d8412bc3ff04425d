package fr.sceau.webmail.inbox;

import fr.sceau.documents.DocumentType;
import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.mailbox.Heading;
import fr.sceau.webmail.verdict.FactsView;
import fr.sceau.webmail.verdict.OwnResults;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of a list as the pages receive it.
 *
 * @param documents keywords of {@link DocumentType}, the most telling first
 * @param facts empty where our server left no verdict: in the folder of sent mail, and where a client put the message
 */
public record Row(
        String id,
        Optional<Correspondent> from,
        List<Correspondent> to,
        String subject,
        Optional<Instant> date,
        boolean seen,
        boolean answered,
        List<String> documents,
        Optional<FactsView> facts) {

    /** Shows a message's heading. */
    public static Row of(Heading heading, OwnResults results) {
        return new Row(
                heading.id().toString(),
                heading.from(),
                heading.to(),
                heading.subject(),
                heading.date(),
                heading.seen(),
                heading.answered(),
                documents(heading.keywords()),
                results.facts(heading.keywords(), heading.authenticationResults())
                        .map(facts -> FactsView.of(facts, heading.from())));
    }

    /** Keywords are compared without case, as IMAP servers may change it. */
    private static List<String> documents(Set<String> keywords) {
        Set<String> present =
                keywords.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return Arrays.stream(DocumentType.values())
                .map(DocumentType::keyword)
                .filter(present::contains)
                .distinct()
                .toList();
    }
}
