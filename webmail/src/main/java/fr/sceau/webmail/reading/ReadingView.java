package fr.sceau.webmail.reading;

import fr.sceau.webmail.inbox.Row;
import fr.sceau.webmail.mailbox.Attachment;
import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.mailbox.Letter;
import fr.sceau.webmail.verdict.OwnResults;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message as the pages receive it.
 *
 * @param html whether {@code body.html} exists
 * @param opaque whether a part is an S/MIME envelope that only a mail program with the key opens
 */
record ReadingView(
        Row heading,
        List<Correspondent> cc,
        List<Correspondent> replyTo,
        Optional<String> text,
        boolean html,
        boolean opaque,
        List<File> attachments) {

    /**
     * @param preview whether it can be shown as text
     */
    record File(String part, String name, String type, long size, boolean preview) {
        static File of(Attachment attachment) {
            String name = FileName.safe(attachment.name(), attachment.part(), attachment.type());
            return new File(attachment.part(), name, attachment.type(), attachment.size(), isText(attachment, name));
        }

        private static boolean isText(Attachment attachment, String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean result = lower.matches(".*\\.(hpr|hpm|hprim|txt)"); // HPRIM results travel under any media type
            return result || attachment.type().equals("text/plain");
        }
    }

    static ReadingView of(Letter letter, OwnResults results) {
        return new ReadingView(
                Row.of(letter.heading(), results),
                letter.cc(),
                letter.replyTo(),
                letter.text(),
                letter.unsafeHtml().isPresent(),
                letter.opaque(),
                letter.attachments().stream().map(File::of).toList());
    }
}
