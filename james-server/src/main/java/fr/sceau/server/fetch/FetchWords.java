package fr.sceau.server.fetch;

import fr.sceau.store.message.MessageOctets;
import fr.sceau.store.message.StoredMessage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.mailbox.ModSeq;

/** A message as FETCH shows it (RFC 3501 7.4.2). */
final class FetchWords {
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

    private FetchWords() {}

    /**
     * What one FETCH is to show of a message.
     *
     * @param flags those of this moment, as {@code modSeq} is
     * @param more what is shown beside what is wanted
     */
    record Shown(int number, StoredMessage message, FetchData wanted, Flags flags, ModSeq modSeq, Set<Item> more) {
        boolean has(Item item) {
            return wanted.contains(item) || more.contains(item);
        }
    }

    static FetchedMessage of(Shown shown) throws IOException {
        Words words = new Words();
        List<FetchedMessage.Piece> pieces = new ArrayList<>();
        words.word("*").number(shown.number()).word("FETCH").open();
        row(words, shown);
        summary(words, shown.wanted(), shown.message().octets());
        if (shown.wanted().contains(Item.UID)) {
            words.word("UID").number(shown.message().getUid().asLong());
        }
        for (BodyFetchElement element : shown.wanted().getBodyElements()) {
            BodyWords.write(words, shown.message().octets(), element, pieces);
        }
        objects(words, shown.wanted(), shown.message());
        words.close();
        pieces.add(new FetchedMessage.Octets(words.take()));
        return new FetchedMessage(pieces);
    }

    private static void row(Words words, Shown shown) {
        FetchData wanted = shown.wanted();
        StoredMessage message = shown.message();
        if (shown.has(Item.MODSEQ)) {
            words.word("MODSEQ").open().number(shown.modSeq().asLong()).close();
        }
        if (shown.has(Item.FLAGS)) {
            flags(words, shown.flags());
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
                    .string(message.getSaveDate().map(FetchWords::date).orElse(null));
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
