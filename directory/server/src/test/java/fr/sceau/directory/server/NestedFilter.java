package fr.sceau.directory.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Questions that no client library would write. */
final class NestedFilter {
    static final int AND = 0xA0;
    static final int NOT = 0xA2;

    private NestedFilter() {}

    /** A search request whose filter is so many NOTs or ANDs around a presence (RFC 4511 4.5.1), in BER. */
    static byte[] request(String base, int tag, int depth) {
        byte[] filter = tlv(0x87, new byte[] {'c', 'n'});
        ByteArrayOutputStream heads = new ByteArrayOutputStream();
        int length = filter.length;
        List<byte[]> outer = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            byte[] head = head(tag, length);
            outer.add(head);
            length += head.length;
        }
        Collections.reverse(outer);
        outer.forEach(heads::writeBytes);
        heads.writeBytes(filter);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(tlv(0x04, base.getBytes(StandardCharsets.US_ASCII)));
        request.writeBytes(new byte[] {0x0A, 1, 2, 0x0A, 1, 0, 2, 1, 0, 2, 1, 0, 1, 1, 0});
        request.writeBytes(heads.toByteArray());
        request.writeBytes(tlv(0x30, new byte[0]));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {2, 1, 1});
        message.writeBytes(tlv(0x63, request.toByteArray()));
        return tlv(0x30, message.toByteArray());
    }

    private static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(tag, value.length));
        out.writeBytes(value);
        return out.toByteArray();
    }

    private static byte[] head(int tag, int length) {
        if (length < 128) {
            return new byte[] {(byte) tag, (byte) length};
        }
        return length < 65_536
                ? new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length}
                : new byte[] {(byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }
}
