package fr.sceau.smime.cms;

/** Comparisons whose duration does not depend on the values. Faults are gathered with {@code |}: 0 is "none". */
final class ConstantTime {
    private ConstantTime() {}

    /** 0 if the byte is anything but zero. */
    static int ifZero(byte value) {
        return ((value & 0xff) - 1) >>> 31;
    }

    /** 0 if they are the same. */
    static int ifNot(byte expected, byte value) {
        return (expected ^ value) & 0xff;
    }

    /** The end of {@code block} if there is no fault, else {@code substitute}, of the same length. */
    static byte[] endOr(byte[] block, byte[] substitute, int fault) {
        int wrong = (fault | -fault) >> 31; // all ones, or none
        byte[] chosen = new byte[substitute.length];
        int start = block.length - chosen.length;
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (byte) ((block[start + i] & ~wrong) | (substitute[i] & wrong));
        }
        return chosen;
    }
}
