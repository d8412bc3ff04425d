package fr.sceau.server.fetch;

import fr.sceau.store.message.Envelope;
import java.util.List;

/** An envelope in the words of RFC 3501 7.4.2. */
final class EnvelopeWords {
    private EnvelopeWords() {}

    static void write(Words words, Envelope envelope) {
        words.open().string(envelope.date()).string(envelope.subject());
        addresses(words, envelope.from());
        addresses(words, envelope.sender());
        addresses(words, envelope.replyTo());
        addresses(words, envelope.to());
        addresses(words, envelope.cc());
        addresses(words, envelope.bcc());
        words.string(envelope.inReplyTo()).string(envelope.messageId()).close();
    }

    private static void addresses(Words words, List<Envelope.Address> addresses) {
        if (addresses.isEmpty()) {
            words.string(null);
            return;
        }
        words.open();
        for (Envelope.Address each : addresses) {
            words.join().open();
            words.string(each.name()).string(each.route());
            words.string(each.mailbox()).string(each.host()).close();
        }
        words.close();
    }
}
