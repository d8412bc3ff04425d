package fr.sceau.smime.identity;

import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.MailboxField;
import java.util.List;
import java.util.Optional;

/**
 * Who a message says it is from, and where answers to it go. None of it is covered by a signature.
 *
 * @param from the one author; empty if there is none, several, or one that two readers could read differently
 * @param sender the one of the Sender field, where there is such a field
 * @param senderClear false if the Sender field is repeated or names no single mailbox
 * @param replyTo where answers go, besides From
 * @param replyToClear false if a Reply-To field is repeated or cannot be read
 */
public record SenderFields(
        Optional<MailboxField> from,
        Optional<String> sender,
        boolean senderClear,
        List<String> replyTo,
        boolean replyToClear) {
    public SenderFields {
        replyTo = List.copyOf(replyTo);
    }

    /** Of a message's outermost header, which is what clients show. */
    public static SenderFields of(Header header) {
        Optional<MailboxField> from = only(header, "From");
        Optional<String> sender = only(header, "Sender").map(MailboxField::address);
        List<String> replies = header.values("Reply-To").stream()
                .filter(value -> !value.isBlank())
                .toList();
        Optional<List<MailboxField>> replyTo =
                replies.size() == 1 ? MailboxField.parseList(replies.get(0)) : Optional.empty();
        return new SenderFields(
                from.filter(clear -> header.wellFormed()),
                sender,
                sender.isPresent() || header.values("Sender").isEmpty(),
                replyTo.orElse(List.of()).stream().map(MailboxField::address).toList(),
                replyTo.isPresent() || replies.isEmpty());
    }

    private static Optional<MailboxField> only(Header header, String name) {
        List<String> values = header.values(name);
        return values.size() == 1 ? MailboxField.parse(values.get(0)) : Optional.empty();
    }
}
