package fr.sceau.server.fetch;

import fr.sceau.store.message.MessageOctets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.james.imap.api.message.BodyFetchElement;

/** A section as a literal: in one piece with the rest of the response, unless it is big. */
final class BodyWords {
    /** What is above goes by a file and is never in memory. */
    static final int BIG = 1024 * 1024;

    private BodyWords() {}

    static void write(Words words, MessageOctets octets, BodyFetchElement element, List<FetchedMessage.Piece> pieces)
            throws IOException {
        Section section = Section.of(octets, element);
        long from = 0;
        long length = section.size();
        Long first = element.getFirstOctet();
        Long wanted = element.getNumberOfOctets();
        if (first == null) {
            words.word(element.getResponseName());
        } else {
            words.word(element.getResponseName() + "<" + first + ">"); // RFC 3501 6.4.5 partial
            from = Math.min(first, length);
            length = Math.min(wanted == null ? Long.MAX_VALUE : wanted, length - from);
        }
        write(words, section, from, length, pieces);
    }

    private static void write(Words words, Section section, long from, long length, List<FetchedMessage.Piece> pieces)
            throws IOException {
        try (InputStream in = section.open(from)) {
            if (length > BIG) {
                pieces.add(new FetchedMessage.Octets(words.take()));
                pieces.add(new FetchedMessage.Big(SpooledLiteral.of(in, length)));
                return;
            }
            byte[] octets = in.readNBytes((int) length);
            if (octets.length < length) {
                throw new EOFException("The content is shorter than its row says");
            }
            words.literal(octets, 0, octets.length);
        }
    }
}
