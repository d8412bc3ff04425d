package fr.sceau.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text of unknown encoding as lines, however they end. */
final class TextLines {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final List<String> lines;

    private TextLines(List<String> lines) {
        this.lines = lines;
    }

    static TextLines of(byte[] bytes, Limits limits) {
        return split(decode(bytes), limits);
    }

    /** The words of an HTML page: tags become line ends, the usual entities letters. */
    static TextLines ofMarkup(TextLines html, Limits limits) {
        StringBuilder words = new StringBuilder();
        boolean inTag = false;
        for (char c : String.join("\n", html.lines).toCharArray()) {
            inTag = c == '<' || inTag && c != '>';
            words.append(inTag ? "" : c == '>' ? '\n' : c);
        }
        String text = words.toString()
                .replace("&eacute;", "é")
                .replace("&nbsp;", " ")
                .replace("&#39;", "'")
                .replace("&rsquo;", "'");
        return split(text, limits);
    }

    /** The words of an RTF document: control words fall away, \par ends a line. */
    static TextLines ofRtf(TextLines rtf, Limits limits) {
        return split(new RtfWords(String.join("\n", rtf.lines)).read(), limits);
    }

    List<String> lines() {
        return lines;
    }

    /** Line by its number from 1; empty beyond the end. */
    String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    boolean contains(String words) {
        String folded = words.toLowerCase(Locale.ROOT);
        return lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(folded));
    }

    private static TextLines split(String text, Limits limits) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() && lines.size() < limits.textLines(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length() && lines.size() < limits.textLines()) {
            lines.add(text.substring(start));
        }
        return new TextLines(lines);
    }

    private static String decode(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) { // not UTF-8: the other encoding of the field
            return new String(bytes, WINDOWS);
        }
    }
}
