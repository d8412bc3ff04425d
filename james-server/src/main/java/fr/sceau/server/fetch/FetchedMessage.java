package fr.sceau.server.fetch;

import java.util.List;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.message.Literal;

/** What a FETCH shows of one message, ready for the connection: what cannot be read has failed before. */
record FetchedMessage(List<Piece> pieces) implements ImapResponseMessage {
    /** A part of the response. */
    sealed interface Piece permits Octets, Big {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Octets(byte[] octets) implements Piece {}

    /** The octets of a literal whose length has been announced. */
    record Big(Literal literal) implements Piece {}
}
