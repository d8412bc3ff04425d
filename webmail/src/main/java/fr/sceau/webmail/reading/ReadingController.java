package fr.sceau.webmail.reading;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.login.MailSession;
import fr.sceau.webmail.mailbox.Attachment;
import fr.sceau.webmail.mailbox.Letter;
import fr.sceau.webmail.mailbox.MailFolder;
import fr.sceau.webmail.mailbox.MessageId;
import fr.sceau.webmail.verdict.OwnResults;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

/** One message: its view, its body as a document of its own, its parts as downloads. */
@RestController
@RequestMapping("/api/folders/{folder}/messages/{id}")
final class ReadingController {
    /** No script, no form, no request to anywhere; the page that frames it may measure its height. */
    static final String BODY_POLICY = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; "
            + "img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    static final String PART_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final OwnResults results;

    ReadingController(OwnResults results) {
        this.results = results;
    }

    @GetMapping
    ReadingView read(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @PathVariable MailFolder folder,
            @PathVariable MessageId id) {
        return ReadingView.of(session.mailbox().read(folder, id), results);
    }

    @GetMapping("/body.html")
    ResponseEntity<String> body(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @PathVariable MailFolder folder,
            @PathVariable MessageId id) {
        Letter letter = session.mailbox().read(folder, id);
        String html = letter.unsafeHtml().orElseThrow(() -> new WebmailException(Refusal.NO_SUCH_MESSAGE));
        String clean = SafeHtml.clean(html, cid -> picture(letter, folder, id, cid));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", BODY_POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(BodyPage.around(clean));
    }

    private static Optional<String> picture(Letter letter, MailFolder folder, MessageId id, String cid) {
        return letter.attachments().stream()
                .filter(part -> PICTURES.contains(part.type()))
                .filter(part -> part.contentId().filter(cid::equals).isPresent())
                .map(part -> "/api/folders/" + folder.slug() + "/messages/" + id + "/parts/" + part.part())
                .findFirst();
    }

    /** Text of a part for the screen. */
    record PartView(String text) {}

    @GetMapping("/parts/{part}/text")
    PartView text(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @PathVariable MailFolder folder,
            @PathVariable MessageId id,
            @PathVariable String part) {
        return new PartView(session.mailbox().partText(folder, id, part));
    }

    @GetMapping("/parts/{part}")
    void download(
            @SessionAttribute(MailSession.KEY) MailSession session,
            @PathVariable MailFolder folder,
            @PathVariable MessageId id,
            @PathVariable String part,
            HttpServletResponse response) {
        Attachment attachment = session.mailbox().read(folder, id).attachments().stream()
                .filter(candidate -> candidate.part().equals(part))
                .findFirst()
                .orElseThrow(() -> new WebmailException(Refusal.NO_SUCH_MESSAGE));
        announce(attachment, response);
        session.mailbox().part(folder, id, part, bytes -> bytes.transferTo(response.getOutputStream()));
    }

    /** Never shown by the browser itself: always a file to save, of a type that nothing runs. */
    private static void announce(Attachment attachment, HttpServletResponse response) {
        String name = FileName.safe(attachment.name(), attachment.part(), attachment.type());
        boolean known =
                PICTURES.contains(attachment.type()) || attachment.type().equals("application/pdf");
        response.setContentType(known ? attachment.type() : MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader("Content-Security-Policy", PART_POLICY);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment() // RFC 6266
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
