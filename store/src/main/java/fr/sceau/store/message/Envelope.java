package fr.sceau.store.message;

import java.util.ArrayList;
import java.util.List;
import javax.mail.internet.MimeUtility;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.DomainList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jspecify.annotations.Nullable;

/** What ENVELOPE tells of a message (RFC 9051 7.5.2): values as in the header but unfolded, addresses in their pieces. */
public record Envelope(
        @Nullable String date,
        @Nullable String subject,
        List<Address> from,
        List<Address> sender,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        @Nullable String inReplyTo,
        @Nullable String messageId) {
    public Envelope {
        from = List.copyOf(from);
        sender = List.copyOf(sender);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    static Envelope of(HeaderFields fields) {
        List<Address> from = addresses(fields, "From");
        return new Envelope(
                text(fields, "Date"),
                text(fields, "Subject"),
                from,
                orElse(addresses(fields, "Sender"), from), // RFC 9051 7.5.2: absent or empty means the same as From
                orElse(addresses(fields, "Reply-To"), from),
                addresses(fields, "To"),
                addresses(fields, "Cc"),
                addresses(fields, "Bcc"),
                text(fields, "In-Reply-To"),
                text(fields, "Message-ID"));
    }

    private static @Nullable String text(HeaderFields fields, String name) {
        return fields.first(name)
                .map(MimeUtility::unfold)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private static List<Address> orElse(List<Address> addresses, List<Address> other) {
        return addresses.isEmpty() ? other : addresses;
    }

    private static List<Address> addresses(HeaderFields fields, String name) {
        String value = text(fields, name);
        if (value == null || value.isBlank()) {
            return List.of();
        }
        AddressList parsed = LenientAddressParser.DEFAULT.parseAddressList(value);
        List<Address> addresses = new ArrayList<>();
        for (org.apache.james.mime4j.dom.address.Address each : parsed) {
            if (each instanceof Group group) {
                addresses.add(new Address(null, null, group.getName(), null));
                group.getMailboxes().forEach(mailbox -> addresses.add(Address.of(mailbox)));
                addresses.add(new Address(null, null, null, null));
            } else if (each instanceof Mailbox mailbox) {
                addresses.add(Address.of(mailbox));
            }
        }
        return addresses;
    }

    /** A mailbox; or, without a host, the start (with a name in {@code mailbox}) or the end of a group. */
    public record Address(
            @Nullable String name,
            @Nullable String route,
            @Nullable String mailbox,
            @Nullable String host) {
        static Address of(Mailbox mailbox) {
            String name = mailbox.getName();
            DomainList route = mailbox.getRoute();
            return new Address(
                    name == null ? null : EncoderUtil.encodeAddressDisplayName(name),
                    route == null || route.isEmpty() ? null : route.toRouteString(),
                    mailbox.getLocalPart(),
                    mailbox.getDomain());
        }
    }
}
