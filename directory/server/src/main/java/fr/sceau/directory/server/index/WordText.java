package fr.sceau.directory.server.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Words, of which those with some letters are found by the rarest three of these letters that stand together. */
final class WordText {
    private static final char BETWEEN = '\n';
    private static final int RUN = 3;
    private static final int LETTERS = 'z' - 'a' + 1;
    private static final int OTHERS = LETTERS + 10; // all that is neither a letter nor a digit in ASCII
    private static final int SIGNS = OTHERS + 1;

    private final String text;
    /** Where the words with a run of three begin in {@link #words}; one more than there are runs. */
    private final int[] begins = new int[SIGNS * SIGNS * SIGNS + 1];
    /** Where in the text each word begins, run by run. */
    private final int[] words;

    /** @param text each word with a line feed behind it */
    WordText(String text) {
        this.text = text;
        eachRun((run, word) -> begins[run + 1]++);
        for (int run = 1; run < begins.length; run++) {
            begins[run] += begins[run - 1];
        }
        this.words = new int[begins[begins.length - 1]];
        int[] next = begins.clone();
        eachRun((run, word) -> words[next[run]++] = word);
    }

    private interface Visitor {
        void visit(int run, int word);
    }

    private void eachRun(Visitor visitor) {
        int end;
        for (int word = 0; word < text.length(); word = end + 1) {
            end = text.indexOf(BETWEEN, word);
            for (int at = word; at <= end - RUN; at++) {
                visitor.visit(run(text, at), word);
            }
        }
    }

    private static int run(String letters, int at) {
        return (sign(letters.charAt(at)) * SIGNS + sign(letters.charAt(at + 1))) * SIGNS + sign(letters.charAt(at + 2));
    }

    private static int sign(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '0' && letter <= '9' ? LETTERS + letter - '0' : OTHERS;
    }

    /** The words that contain these letters, at most so many, in their order. */
    List<String> with(String letters, int most) {
        return letters.length() < RUN ? read(letters, most) : find(letters, most);
    }

    private List<String> find(String letters, int most) {
        int rarest = IntStream.rangeClosed(0, letters.length() - RUN)
                .map(at -> run(letters, at))
                .reduce((one, other) -> count(one) <= count(other) ? one : other)
                .orElseThrow();
        List<String> found = new ArrayList<>();
        int before = -1;
        for (int i = begins[rarest]; i < begins[rarest + 1] && found.size() < most; i++) {
            String word = text.substring(words[i], text.indexOf(BETWEEN, words[i]));
            if (words[i] != before && word.contains(letters)) {
                found.add(word);
            }
            before = words[i]; // a run may be in a word twice
        }
        return found;
    }

    private int count(int run) {
        return begins[run + 1] - begins[run];
    }

    private List<String> read(String letters, int most) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(letters); at >= 0 && found.size() < most; ) {
            int end = text.indexOf(BETWEEN, at);
            found.add(text.substring(text.lastIndexOf(BETWEEN, at) + 1, end));
            at = text.indexOf(letters, end);
        }
        return found;
    }
}
