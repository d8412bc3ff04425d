package fr.sceau.server.fetch;

import fr.sceau.store.message.MessageOctets;
import fr.sceau.store.message.StoredMessage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Writes a message as FETCH shows it (RFC 3501 7.4.2). */
public final class FetchedMessageEncoder implements ImapResponseEncoder<FetchedMessage> {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Map<Flags.Flag, String> NAMES = Map.of(
            Flags.Flag.ANSWERED, "\\Answered",
            Flags.Flag.DELETED, "\\Deleted",
            Flags.Flag.DRAFT, "\\Draft",
            Flags.Flag.FLAGGED, "\\Flagged",
            Flags.Flag.RECENT, "\\Recent",
            Flags.Flag.SEEN, "\\Seen");

    @Override
    public Class<FetchedMessage> acceptableMessages() {
        return FetchedMessage.class;
    }

    @Override
    public void encode(FetchedMessage fetched, ImapResponseComposer composer) throws IOException {
        Words words = new Words();
        words.word("*").number(fetched.number()).word("FETCH").open();
        row(words, fetched);
        summary(words, fetched.wanted(), fetched.message().octets());
        if (fetched.wanted().contains(Item.UID)) {
            words.word("UID").number(fetched.message().getUid().asLong());
        }
        for (BodyFetchElement element : fetched.wanted().getBodyElements()) {
            BodyWords.write(words, fetched.message().octets(), element, composer);
        }
        objects(words, fetched.wanted(), fetched.message());
        words.close();
        composer.skipNextSpace().message(words.take()).end();
    }

    private static void row(Words words, FetchedMessage fetched) {
        FetchData wanted = fetched.wanted();
        StoredMessage message = fetched.message();
        if (wanted.contains(Item.MODSEQ)) {
            words.word("MODSEQ").open().number(message.getModSeq().asLong()).close();
        }
        if (wanted.contains(Item.FLAGS) || fetched.flagsChanged()) {
            flags(words, fetched.flags());
        }
        if (wanted.contains(Item.INTERNAL_DATE)) {
            words.word("INTERNALDATE").string(date(message.getInternalDate()));
        }
        if (wanted.contains(Item.SIZE)) {
            words.word("RFC822.SIZE").number(message.getFullContentOctets());
        }
    }

    // RFC 8474 5.3, RFC 8514 4.2
    private static void objects(Words words, FetchData wanted, StoredMessage message) {
        if (wanted.contains(Item.EMAILID)) {
            words.word("EMAILID")
                    .open()
                    .word(message.getMessageId().serialize())
                    .close();
        }
        if (wanted.contains(Item.THREADID)) {
            words.word("THREADID")
                    .open()
                    .word(message.getThreadId().serialize())
                    .close();
        }
        if (wanted.contains(Item.SAVEDATE)) {
            words.word("SAVEDATE")
                    .string(message.getSaveDate()
                            .map(FetchedMessageEncoder::date)
                            .orElse(null));
        }
    }

    private static void summary(Words words, FetchData wanted, MessageOctets octets) throws IOException {
        if (wanted.contains(Item.ENVELOPE)) {
            words.word("ENVELOPE");
            EnvelopeWords.write(words, octets.summary().envelope());
        }
        if (wanted.contains(Item.BODY)) {
            words.word("BODY");
            new StructureWords(words, false).write(octets.summary().structure());
        }
        if (wanted.contains(Item.BODY_STRUCTURE)) {
            words.word("BODYSTRUCTURE");
            new StructureWords(words, true).write(octets.summary().structure());
        }
    }

    private static void flags(Words words, Flags flags) {
        words.word("FLAGS").open();
        for (Flags.Flag flag : flags.getSystemFlags()) {
            words.word(NAMES.getOrDefault(flag, "\\Seen"));
        }
        for (String keyword : flags.getUserFlags()) {
            words.word(keyword);
        }
        words.close();
    }

    private static String date(Date date) {
        return DATE_TIME.format(date.toInstant());
    }
}
