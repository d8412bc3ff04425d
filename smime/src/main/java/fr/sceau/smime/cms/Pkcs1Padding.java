package fr.sceau.smime.cms;

/** {@code 00 02 PS 00 key}. The key's length is known, so every byte has its place. RFC 8017 7.2.1 */
record Pkcs1Padding() implements Padding {
    private static final int SHORTEST = 11; // two bytes, eight of PS, one to end it

    @Override
    public byte[] remove(byte[] block, byte[] substitute) {
        if (block.length < substitute.length + SHORTEST) {
            return substitute.clone();
        }
        int separator = block.length - substitute.length - 1;
        int fault = ConstantTime.ifNot((byte) 0, block[0]) | ConstantTime.ifNot((byte) 2, block[1]);
        for (int i = 2; i < separator; i++) {
            fault |= ConstantTime.ifZero(block[i]);
        }
        fault |= ConstantTime.ifNot((byte) 0, block[separator]);
        return ConstantTime.endOr(block, substitute, fault);
    }
}
