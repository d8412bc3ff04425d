package fr.sceau.store.message;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import javax.mail.Flags;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.processor.fetch.EnvelopeBuilder;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.MimeDescriptor;
import org.apache.james.mailbox.model.TestId;
import org.apache.james.mailbox.model.TestMessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.MessageResultImpl;
import org.apache.james.mailbox.store.MimeDescriptorImpl;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;

/** What James computes from the octets of a message, in words that can be compared with a summary. */
final class JamesView {
    private static final EnvelopeBuilder ENVELOPES = new EnvelopeBuilder();

    private JamesView() {}

    static String structure(byte[] octets) throws Exception {
        return words(MimeDescriptorImpl.build(new ByteArrayInputStream(octets)));
    }

    static String envelope(byte[] octets, int header) throws Exception {
        TestMessageId id = TestMessageId.of(1);
        SimpleMailboxMessage message = new SimpleMailboxMessage(
                id,
                ThreadId.fromBaseMessageId(id),
                new Date(),
                octets.length,
                header,
                new ByteContent(octets),
                new Flags(),
                new PropertyBuilder().build(),
                TestId.of(1));
        return words(ENVELOPES.buildEnvelope(new MessageResultImpl(message).getHeaders()));
    }

    static String words(Part part) {
        List<Object> words = new ArrayList<>(List.of(
                Objects.toString(part.type()),
                Objects.toString(part.subtype()),
                part.parameters(),
                Objects.toString(part.id()),
                Objects.toString(part.description()),
                Objects.toString(part.encoding()),
                part.octets(),
                part.lines(),
                Objects.toString(part.md5()),
                Objects.toString(part.disposition()),
                part.dispositionParameters(),
                part.languages(),
                Objects.toString(part.location())));
        part.parts().forEach(child -> words.add(words(child)));
        if (part.envelope() != null && part.embedded() != null) {
            words.add(words(part.envelope()));
            words.add(words(part.embedded()));
        }
        return words.toString();
    }

    static String words(Envelope envelope) {
        List<Object> words = new ArrayList<>();
        words.add(envelope.date());
        words.add(envelope.subject());
        for (List<Envelope.Address> each : List.of(
                envelope.from(), envelope.sender(), envelope.replyTo(), envelope.to(), envelope.cc(), envelope.bcc())) {
            words.add(each.stream()
                    .map(address -> Arrays.asList(address.name(), address.route(), address.mailbox(), address.host()))
                    .toList());
        }
        words.add(envelope.inReplyTo());
        words.add(envelope.messageId());
        return words.toString();
    }

    private static String words(MimeDescriptor part) throws MailboxException {
        List<Object> words = new ArrayList<>(List.of(
                Objects.toString(part.getMimeType(), "text"),
                part.getMimeType() == null ? "plain" : Objects.toString(part.getMimeSubType()),
                parameters(part),
                Objects.toString(part.getContentID()),
                Objects.toString(part.getContentDescription()),
                Objects.toString(part.getTransferContentEncoding()),
                part.getBodyOctets(),
                part.getLines(),
                Objects.toString(part.getContentMD5()),
                Objects.toString(part.getDisposition()),
                new TreeMap<>(part.getDispositionParams()),
                part.getLanguages(),
                Objects.toString(part.getContentLocation())));
        for (Iterator<MimeDescriptor> children = part.parts(); children.hasNext(); ) {
            words.add(words(children.next()));
        }
        if (part.embeddedMessage() != null) {
            words.add(words(ENVELOPES.buildEnvelope(part.embeddedMessage())));
            words.add(words(part.embeddedMessage()));
        }
        return words.toString();
    }

    /** MIME4J writes the charset of a text that names none in capitals. */
    private static TreeMap<String, String> parameters(MimeDescriptor part) {
        TreeMap<String, String> parameters = new TreeMap<>(part.contentTypeParameters());
        parameters.replace("charset", "US-ASCII", "us-ascii");
        return parameters;
    }

    private static String words(FetchResponse.Envelope envelope) {
        List<Object> words = new ArrayList<>();
        words.add(envelope.getDate());
        words.add(envelope.getSubject());
        words.add(words(envelope.getFrom()));
        words.add(words(envelope.getSender()));
        words.add(words(envelope.getReplyTo()));
        words.add(words(envelope.getTo()));
        words.add(words(envelope.getCc()));
        words.add(words(envelope.getBcc()));
        words.add(envelope.getInReplyTo());
        words.add(envelope.getMessageId());
        return words.toString();
    }

    private static List<?> words(FetchResponse.Envelope.Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(each -> Arrays.asList(
                                each.getPersonalName(),
                                each.getAtDomainList(),
                                each.getMailboxName(),
                                each.getHostName()))
                        .toList();
    }
}
