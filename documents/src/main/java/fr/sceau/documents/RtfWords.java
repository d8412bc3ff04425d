package fr.sceau.documents;

import java.nio.charset.Charset;

/** The readable words of an RTF text, enough to look for a title. */
final class RtfWords {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String rtf;
    private final StringBuilder words = new StringBuilder();
    private int at;

    RtfWords(String rtf) {
        this.rtf = rtf;
    }

    String read() {
        while (at < rtf.length()) {
            char c = rtf.charAt(at++);
            if (c == '\\') {
                control();
            } else if (c != '{' && c != '}' && c != '\n') {
                words.append(c);
            }
        }
        return words.toString();
    }

    private void control() {
        if (at < rtf.length() && rtf.charAt(at) == '\'') {
            hexadecimal();
            return;
        }
        int start = at;
        while (at < rtf.length() && Character.isLetter(rtf.charAt(at))) {
            at++;
        }
        String word = rtf.substring(start, at);
        while (at < rtf.length() && (Character.isDigit(rtf.charAt(at)) || rtf.charAt(at) == '-')) {
            at++;
        }
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        if (word.equals("par") || word.equals("line")) {
            words.append('\n');
        }
    }

    private void hexadecimal() {
        int end = Math.min(at + 3, rtf.length());
        int high = Character.digit(end > at + 1 ? rtf.charAt(at + 1) : ' ', 16);
        int low = Character.digit(end > at + 2 ? rtf.charAt(at + 2) : ' ', 16);
        if (high >= 0 && low >= 0) {
            words.append(new String(new byte[] {(byte) (high << 4 | low)}, WINDOWS));
        }
        at = end;
    }
}
