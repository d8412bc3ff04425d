package fr.sceau.webmail.inbox;

import fr.sceau.webmail.login.MailSession;
import fr.sceau.webmail.mailbox.HeadingPage;
import fr.sceau.webmail.mailbox.MailFolder;
import fr.sceau.webmail.mailbox.MessageId;
import fr.sceau.webmail.verdict.OwnResults;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The messages of a folder. */
@RestController
@RequestMapping("/api/folders/{folder}/messages")
final class InboxController {
    private static final int PAGE = 100;

    private final OwnResults results;

    InboxController(OwnResults results) {
        this.results = results;
    }

    /** Part of a folder, newest first. */
    record Page(List<Row> messages, int total, int unread, boolean more) {}

    @GetMapping
    Page list(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @PathVariable MailFolder folder,
            @RequestParam Optional<MessageId> before) {
        HeadingPage page = session.mailbox().list(folder, before, PAGE);
        List<Row> rows = page.headings().stream()
                .map(heading -> Row.of(heading, results))
                .toList();
        return new Page(rows, page.total(), page.unread(), page.more());
    }

    /** What of a message may be changed. */
    record Change(boolean seen) {}

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @PathVariable MailFolder folder,
            @PathVariable MessageId id,
            @RequestBody Change change) {
        session.mailbox().markSeen(folder, id, change.seen());
    }
}
