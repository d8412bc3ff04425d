package fr.sceau.directory.server.registry;

import java.util.zip.CRC32C;

/** Some whole lines of a file that follow each other, not decoded yet. Never changes. */
public final class Block {
    private final byte[] octets;
    private final int[] ends;
    private final long number;
    private final Encoding encoding;

    /**
     * @param ends where each line ends; the next one begins behind it
     * @param number of the first line in its file, which has a line 1
     */
    Block(byte[] octets, int[] ends, long number, Encoding encoding) {
        this.octets = octets;
        this.ends = ends;
        this.number = number;
        this.encoding = encoding;
    }

    /** How many lines. */
    public int lines() {
        return ends.length;
    }

    /** How many octets, with those that end lines. */
    public int size() {
        return octets.length;
    }

    /** Of a line, by its place in the block from 0. */
    public long number(int place) {
        return number + place;
    }

    /** A line without its end: LF or CRLF; a CR elsewhere is content. */
    public String line(int place) throws RefusedFileException {
        int start = place == 0 ? 0 : ends[place - 1] + 1;
        return encoding.line(octets, start, ends[place] - start);
    }

    /** The same for the same octets. */
    public long checksum() {
        CRC32C sum = new CRC32C();
        sum.update(octets);
        return sum.getValue();
    }
}
