package fr.sceau.webmail.mailbox;

import jakarta.mail.Address;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** Turns what IMAP says of messages into {@link Heading}s, with one FETCH for a whole page. */
final class HeadingReader {
    private static final String RESULTS = "Authentication-Results"; // RFC 8601 2

    private HeadingReader() {}

    static List<Heading> read(IMAPFolder folder, Message[] messages) throws MessagingException {
        folder.fetch(messages, profile());
        List<Message> newestFirst = Arrays.asList(messages.clone());
        Collections.reverse(newestFirst);
        List<Heading> headings = new ArrayList<>();
        for (Message message : newestFirst) {
            if (!message.isExpunged()) {
                headings.add(heading(folder, message));
            }
        }
        return headings;
    }

    private static FetchProfile profile() {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(RESULTS);
        return profile;
    }

    static Heading heading(IMAPFolder folder, Message message) throws MessagingException {
        Flags flags = message.getFlags();
        return new Heading(
                new MessageId(folder.getUIDValidity(), folder.getUID(message)),
                HeaderText.correspondents(addresses(message::getFrom)).stream().findFirst(),
                HeaderText.correspondents(addresses(() -> message.getRecipients(Message.RecipientType.TO))),
                HeaderText.oneLine(message.getSubject()),
                Optional.ofNullable(message.getReceivedDate()).map(Date::toInstant),
                flags.contains(Flags.Flag.SEEN),
                flags.contains(Flags.Flag.ANSWERED),
                Set.of(flags.getUserFlags()),
                values(message));
    }

    private static List<String> values(Message message) throws MessagingException {
        String @Nullable [] values = message.getHeader(RESULTS);
        return values == null ? List.of() : List.of(values);
    }

    /** Where a message's addresses come from. */
    interface Addresses {
        Address @Nullable [] get() throws MessagingException;
    }

    /** An address field that cannot be read is shown as empty; the message stays readable. */
    static Address @Nullable [] addresses(Addresses field) throws MessagingException {
        try {
            return field.get();
        } catch (AddressException e) {
            return null;
        }
    }
}
