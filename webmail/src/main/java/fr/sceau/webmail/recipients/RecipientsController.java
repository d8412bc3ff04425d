package fr.sceau.webmail.recipients;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.MailboxEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mailboxes of the directory for the fields of recipients. */
@RestController
final class RecipientsController {
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 100;
    private static final int LIMIT = 12;

    private final Directory directory;

    RecipientsController(Directory directory) {
        this.directory = directory;
    }

    /** One mailbox, with what tells it from another of the same name. */
    record Suggestion(
            String address,
            String name,
            String type,
            Optional<String> profession,
            Optional<String> organisation,
            Optional<String> town) {
        static Suggestion of(MailboxEntry entry) {
            return new Suggestion(
                    entry.address(),
                    entry.displayName(),
                    entry.type().name(),
                    entry.profession(),
                    entry.organisation(),
                    entry.town());
        }
    }

    /**
     * @param available false when the directory does not answer: addresses can still be typed
     */
    record Suggestions(boolean available, List<Suggestion> mailboxes) {}

    @GetMapping("/api/recipients")
    Suggestions search(@RequestParam String q) {
        String words = q.strip();
        if (words.length() < MIN_LENGTH || words.length() > MAX_LENGTH) {
            return new Suggestions(true, List.of());
        }
        try {
            return new Suggestions(
                    true,
                    directory.search(words, LIMIT).stream().map(Suggestion::of).toList());
        } catch (DirectoryException e) {
            return new Suggestions(false, List.of());
        }
    }
}
