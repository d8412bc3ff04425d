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
        while (at <= end - Long.BYTES && zeros((long) WORD.get(bytes, at) ^ pattern) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** How many octets from there on, by eights, are ASCII and neither NUL, CR nor LF. */
    static int ordinary(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES) {
            long word = (long) WORD.get(bytes, at);
            if ((zeros(word) | zeros(word ^ '\r' * LOW) | zeros(word ^ '\n' * LOW) | (word & HIGH)) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        return at - from;
    }

    /** Not 0 if an octet of the word is 0. */
    private static long zeros(long word) {
        return (word - LOW) & ~word & HIGH;
    }
}
