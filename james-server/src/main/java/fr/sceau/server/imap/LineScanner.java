package fr.sceau.server.imap;

import io.netty.buffer.ByteBuf;
import java.util.OptionalLong;

/**
 * Follows the lines and literals of one IMAP client as the bytes come, without keeping them: it holds the length of the
 * current line, the number that a closing {@code {n}} or {@code {n+}} announces, and how much of a literal is still due.
 * Not thread-safe: one per connection.
 */
final class LineScanner {
    private static final long TOO_MANY_DIGITS = Long.MAX_VALUE / 10 - 1;

    private enum Brace {
        OUT,
        DIGITS,
        PLUS,
        CLOSED
    }

    private Brace brace = Brace.OUT;
    private long number;
    private boolean anyDigit;
    private long lineLength;
    private long literalDue;

    /**
     * Reads on until a literal is announced or the buffer ends.
     *
     * @return the size of the literal announced at the end of a line, empty when the buffer was read to its end
     */
    OptionalLong advance(ByteBuf bytes, int[] position) {
        while (position[0] < bytes.writerIndex()) {
            if (literalDue > 0) {
                int skipped = (int) Math.min(literalDue, bytes.writerIndex() - position[0]);
                literalDue -= skipped;
                position[0] += skipped;
            } else if (endsLineWithLiteral(bytes.getByte(position[0]++))) {
                literalDue = number;
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }

    /** Length of the line being received, literals apart. */
    long lineLength() {
        return lineLength;
    }

    private boolean endsLineWithLiteral(byte value) {
        lineLength++;
        if (value == '\n') {
            boolean literal = brace == Brace.CLOSED;
            lineLength = literal ? lineLength : 0;
            brace = Brace.OUT;
            return literal;
        }
        if (value != '\r') {
            brace = next(value);
        }
        return false;
    }

    // RFC 9051 4.3 and RFC 7888: "{" number [ "+" / "-" ] "}" CRLF
    private Brace next(byte value) {
        if (value == '{') {
            number = 0;
            anyDigit = false;
            return Brace.DIGITS;
        }
        if (brace == Brace.DIGITS && value >= '0' && value <= '9') {
            number = number > TOO_MANY_DIGITS ? TOO_MANY_DIGITS : number * 10 + (value - '0');
            anyDigit = true;
            return Brace.DIGITS;
        }
        if (brace == Brace.DIGITS && (value == '+' || value == '-') && anyDigit) {
            return Brace.PLUS;
        }
        boolean closes = value == '}' && anyDigit && (brace == Brace.DIGITS || brace == Brace.PLUS);
        return closes ? Brace.CLOSED : Brace.OUT;
    }
}
