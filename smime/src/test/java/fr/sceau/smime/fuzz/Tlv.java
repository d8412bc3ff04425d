package fr.sceau.smime.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One element of BER, which can be changed and written again with lengths that fit. Not a checker: it takes what it gets. */
final class Tlv {
    private static final int CONSTRUCTED = 0x20;
    private static final int MULTIPLE_OCTETS = 0x1f;
    private static final int DEEPEST = 64;

    byte[] tag;
    /** Empty for a primitive element. */
    List<Tlv> children;
    /** Of a primitive element. */
    byte[] content;
    /** Written with the indefinite length. */
    boolean indefinite;

    private Tlv(byte[] tag, List<Tlv> children, byte[] content, boolean indefinite) {
        this.tag = tag;
        this.children = children;
        this.content = content;
        this.indefinite = indefinite;
    }

    /** Fails with a RuntimeException if that is no element. */
    static Tlv parse(byte[] encoded) {
        return new Reader(encoded).element(0);
    }

    Tlv copy() {
        List<Tlv> copies = new ArrayList<>();
        children.forEach(child -> copies.add(child.copy()));
        return new Tlv(tag.clone(), copies, content.clone(), indefinite);
    }

    boolean constructed() {
        return (tag[0] & CONSTRUCTED) != 0;
    }

    /** This and all below, in the order of writing. */
    List<Tlv> all() {
        List<Tlv> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }

    byte[] encoded() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        children.forEach(child -> body.writeBytes(child.encoded()));
        body.writeBytes(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(tag);
        if (indefinite && constructed()) {
            out.write(0x80);
            out.writeBytes(body.toByteArray());
            out.writeBytes(new byte[2]);
        } else {
            out.writeBytes(length(body.size()));
            out.writeBytes(body.toByteArray());
        }
        return out.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    private static final class Reader {
        private final byte[] encoded;
        private int at;

        Reader(byte[] encoded) {
            this.encoded = encoded;
        }

        Tlv element(int depth) {
            byte[] tag = tag();
            int length = length();
            boolean constructed = (tag[0] & CONSTRUCTED) != 0 && depth < DEEPEST;
            if (!constructed) {
                byte[] content = Arrays.copyOfRange(encoded, at, at + length);
                at += length;
                return new Tlv(tag, new ArrayList<>(), content, false);
            }
            List<Tlv> children = new ArrayList<>();
            int end = length < 0 ? Integer.MAX_VALUE : at + length;
            while (at < end && !(length < 0 && encoded[at] == 0 && encoded[at + 1] == 0)) {
                children.add(element(depth + 1));
            }
            at += length < 0 ? 2 : 0;
            return new Tlv(tag, children, new byte[0], length < 0);
        }

        private byte[] tag() {
            int start = at;
            boolean more = (encoded[at++] & MULTIPLE_OCTETS) == MULTIPLE_OCTETS;
            while (more) {
                more = (encoded[at++] & 0x80) != 0;
            }
            return Arrays.copyOfRange(encoded, start, at);
        }

        /** Negative if indefinite. */
        private int length() {
            int first = encoded[at++] & 0xff;
            if (first <= 0x80) {
                return first == 0x80 ? -1 : first;
            }
            int length = 0;
            for (int left = first & 0x7f; left > 0; left--) {
                length = length << 8 | encoded[at++] & 0xff;
            }
            return length;
        }
    }
}
