package fr.sceau.store.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** A message cut behind the empty line that ends its header; {@code rest} is what was read of the body so far. */
@SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
record HeaderCut(byte[] header, byte[] rest) {
    private static final int STEP = 16 * 1024;

    static HeaderCut read(InputStream in, OptionalLong headerOctets) throws IOException {
        if (headerOctets.isPresent()) {
            long told = Math.min(headerOctets.getAsLong(), ContentWriter.LONGEST_HEADER);
            return new HeaderCut(in.readNBytes((int) told), new byte[0]);
        }
        return find(in);
    }

    private static HeaderCut find(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream(STEP);
        EmptyLine emptyLine = new EmptyLine();
        while (read.size() < ContentWriter.LONGEST_HEADER) {
            byte[] step = in.readNBytes(STEP);
            int end = emptyLine.find(step);
            int before = read.size();
            read.write(step, 0, step.length);
            if (end >= 0) {
                return cut(read.toByteArray(), before + end);
            }
            if (step.length < STEP) {
                break; // no empty line: all is header
            }
        }
        return new HeaderCut(read.toByteArray(), new byte[0]);
    }

    private static HeaderCut cut(byte[] read, int end) {
        return new HeaderCut(Arrays.copyOf(read, end), Arrays.copyOfRange(read, end, read.length));
    }

    // RFC 5322 2.1: an empty line ends the header; a line may end in LF alone, as mail from files does
    private static final class EmptyLine {
        private boolean emptySoFar = true;

        /** Where the octet after the empty line is, or -1. */
        int find(byte[] octets) {
            for (int i = 0; i < octets.length; i++) {
                if (octets[i] == '\n') {
                    if (emptySoFar) {
                        return i + 1;
                    }
                    emptySoFar = true;
                } else if (octets[i] != '\r') {
                    emptySoFar = false;
                }
            }
            return -1;
        }
    }
}
