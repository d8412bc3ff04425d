package fr.sceau.directory.server.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import fr.sceau.directory.server.index.Hash;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Where the next page begins (RFC 2696): nothing is kept for a client between its pages.
 *
 * @param state of the directory that the pages before came from
 * @param question that they answered
 * @param from how many entries they had
 */
record Cookie(long state, long question, int from) {
    private static final int OCTETS = 2 * Long.BYTES + Integer.BYTES;

    static Cookie first(long state, SearchRequestProtocolOp request) {
        String asked = request.getBaseDN() + '\n' + request.getScope() + '\n' + request.getFilter();
        return new Cookie(state, Hash.of(asked), 0);
    }

    /** None when the octets are no cookie of ours. */
    static Optional<Cookie> of(ASN1OctetString octets) {
        if (octets.getValueLength() != OCTETS) {
            return Optional.empty();
        }
        ByteBuffer value = ByteBuffer.wrap(octets.getValue());
        return Optional.of(new Cookie(value.getLong(), value.getLong(), value.getInt()));
    }

    Cookie at(int position) {
        return new Cookie(state, question, position);
    }

    /** Whether it goes on where another begins. */
    boolean follows(Cookie first) {
        return from > 0 && at(0).equals(first);
    }

    ASN1OctetString octets() {
        ByteBuffer value = ByteBuffer.allocate(OCTETS);
        return new ASN1OctetString(
                value.putLong(state).putLong(question).putInt(from).array());
    }
}
