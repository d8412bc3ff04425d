package fr.sceau.smime.facts;

import java.util.Optional;

/** Words and marks of a structured field, without its comments and white space. RFC 8601 2.2, RFC 5322 3.2 */
final class ResultTokens {
    private static final String MARKS = "=;()\"";

    private final String text;
    private int at;

    ResultTokens(String text) {
        this.text = text;
        skipSpace();
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Moves over that mark if it comes next. */
    boolean skip(char mark) {
        if (atEnd() || text.charAt(at) != mark) {
            return false;
        }
        at++;
        skipSpace();
        return true;
    }

    /** {@code none} alone, or nothing after the last semicolon. */
    boolean noResult() {
        int start = at;
        Optional<String> word = word();
        if (word.filter(none -> !none.equalsIgnoreCase("none")).isEmpty() && (atEnd() || text.charAt(at) == ';')) {
            return true;
        }
        at = start;
        return false;
    }

    /** The next token or quoted string; empty at a mark, at the end, or if a quoted string does not end. */
    Optional<String> word() {
        if (!atEnd() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (!atEnd() && text.charAt(at) > ' ' && MARKS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        skipSpace();
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    private Optional<String> quoted() {
        StringBuilder content = new StringBuilder();
        for (at++; !atEnd() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at));
        }
        boolean closed = !atEnd();
        at++;
        skipSpace();
        return closed ? Optional.of(content.toString()) : Optional.empty();
    }

    private void skipSpace() {
        int depth = 0;
        while (!atEnd() && (depth > 0 || text.charAt(at) <= ' ' || text.charAt(at) == '(')) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at = Math.min(at + (c == '\\' ? 2 : 1), text.length());
        }
    }
}
