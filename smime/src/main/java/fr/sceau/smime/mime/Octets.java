package fr.sceau.smime.mime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through octets eight at a time, which is what it takes to be as fast as a cipher. */
final class Octets {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Octets() {}

    /** {@code end} if it is not there. */
    static int indexOf(byte wanted, byte[] bytes, int from, int end) {
        long pattern = (wanted & 0xff) * LOW;
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long found = zeros((long) WORD.get(bytes, at) ^ pattern);
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** How many octets from there on are ASCII and none of those below the space. */
    static int ordinary(byte[] bytes, int from, int end) {
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORD.get(bytes, at);
            long others = (word - ' ' * LOW | word) & HIGH;
            if (others != 0) {
                return at + first(others) - from;
            }
        }
        while (at < end && bytes[at] >= ' ') {
            at++;
        }
        return at - from;
    }

    /** Which octet the lowest mark belongs to; marks above it may be wrong, since the subtraction borrowed. */
    private static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }

    /** Not 0 if an octet of the word is 0; the lowest mark is that of the first. */
    private static long zeros(long word) {
        return (word - LOW) & ~word & HIGH;
    }
}
