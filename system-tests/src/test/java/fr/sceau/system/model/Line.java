package fr.sceau.system.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One untagged answer (RFC 3501 9, "response-data").
 *
 * @param text as read, each literal replaced by one {@link #LITERAL} character
 * @param words what stands after the star: strings (a literal's octets as ISO-8859-1) and lists of words
 */
record Line(String text, List<Object> words) {
    static final char LITERAL = '\u0001';

    static Line of(String text, List<String> literals) {
        return new Line(text, new Reader(text.substring(2), literals).list());
    }

    /** The word at that place in capitals, or nothing where there is a list or no word. */
    String word(int place) {
        return place < words.size() && words.get(place) instanceof String word ? word : "";
    }

    /** Whether it is {@code * NUMBER WHAT}. */
    boolean counts(String what) {
        return word(1).equalsIgnoreCase(what) && word(0).chars().allMatch(Character::isDigit);
    }

    /** Whether it tells of the open mailbox. */
    boolean news() {
        return is("VANISHED") || counts("EXISTS") || counts("EXPUNGE") || counts("FETCH");
    }

    int number() {
        return Integer.parseInt(word(0));
    }

    boolean is(String what) {
        return word(0).equalsIgnoreCase(what);
    }

    private static final class Reader {
        private final String text;
        private final Deque<String> literals;
        private int at;

        Reader(String text, List<String> literals) {
            this.text = text;
            this.literals = new ArrayDeque<>(literals);
        }

        List<Object> list() {
            List<Object> words = new ArrayList<>();
            while (at < text.length()) {
                char next = text.charAt(at++);
                if (next == ')') {
                    return words;
                }
                if (next != ' ') {
                    words.add(word(next));
                }
            }
            return words;
        }

        private Object word(char first) {
            return switch (first) {
                case '(' -> list();
                case '"' -> quoted();
                case LITERAL -> literals.remove();
                default -> atom();
            };
        }

        private String quoted() {
            StringBuilder word = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 1 : 0;
                word.append(text.charAt(at++));
            }
            at++;
            return word.toString();
        }

        /** An atom; what stands between brackets belongs to it, as in BODY[HEADER.FIELDS (SUBJECT)]. */
        private String atom() {
            int start = at - 1;
            int depth = text.charAt(start) == '[' ? 1 : 0;
            while (at < text.length() && (depth > 0 || " ()".indexOf(text.charAt(at)) < 0)) {
                char next = text.charAt(at++);
                depth += next == '[' ? 1 : next == ']' ? -1 : 0;
            }
            return text.substring(start, at);
        }
    }
}
