package fr.sceau.directory.server.importing;

/**
 * A line of a bucket.
 *
 * @param tag tells the lines of one part from those of others
 * @param number in its file, the header being line 1
 */
record Tagged(int tag, long number, String line) {
    private static final char BETWEEN = '|';

    /** The form in which it is written. */
    static Tagged of(String written) {
        int number = written.indexOf(BETWEEN) + 1;
        int line = written.indexOf(BETWEEN, number) + 1;
        return new Tagged(
                Integer.parseInt(written, 0, number - 1, 10),
                Long.parseLong(written, number, line - 1, 10),
                written.substring(line));
    }

    String written() {
        return tag + "|" + number + "|" + line;
    }
}
