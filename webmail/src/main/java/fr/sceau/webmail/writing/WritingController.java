package fr.sceau.webmail.writing;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.login.MailSession;
import fr.sceau.webmail.mailbox.Letter;
import fr.sceau.webmail.mailbox.MailFolder;
import fr.sceau.webmail.mailbox.Mailbox;
import fr.sceau.webmail.mailbox.MessageId;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.multipart.MultipartFile;

/** Sends what was written. */
@RestController
final class WritingController {
    private final LetterBuilder builder;
    private final Submission submission;

    WritingController(LetterBuilder builder, Submission submission) {
        this.builder = builder;
        this.submission = submission;
    }

    /**
     * @param copyKept whether a copy is in the folder of sent mail; the message is on its way in any case
     */
    record Sent(boolean copyKept) {}

    /** Which message is answered. */
    private record Original(MailFolder folder, MessageId id) {}

    @PostMapping(path = "/api/outbox", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Sent send(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @RequestPart("draft") Draft draft,
            @RequestPart(name = "files", required = false) @Nullable List<MultipartFile> files) {
        Optional<Original> original = draft.answers().map(WritingController::original);
        Optional<Letter> answered = original.map(o -> session.mailbox().read(o.folder(), o.id()));
        MimeMessage message = builder.build(session.self(), draft, answered, files == null ? List.of() : files);
        submission.send(message, session.credentials());
        return new Sent(recorded(session.mailbox(), message, original));
    }

    private static Original original(Draft.Answered answered) {
        return MailFolder.of(answered.folder())
                .flatMap(folder -> MessageId.parse(answered.id()).map(id -> new Original(folder, id)))
                .orElseThrow(() -> new WebmailException(Refusal.BAD_REQUEST));
    }

    /** The message has left: what fails from here on must not look like a failed sending. */
    private static boolean recorded(Mailbox mailbox, MimeMessage message, Optional<Original> original) {
        try {
            mailbox.keepSent(message);
            original.ifPresent(o -> mailbox.markAnswered(o.folder(), o.id()));
            return true;
        } catch (WebmailException e) {
            return false;
        }
    }
}
