package fr.sceau.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks over the bytes of a PDF for its title and for what deserves a warning. Compressed objects are not opened: a flag
 * that is absent proves nothing.
 */
final class PdfScan {
    private static final int CHUNK = 64 * 1024;
    private static final int OVERLAP = 1024;
    private static final int MAX_TITLE = 300;
    private static final List<String> ACTIVE = List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/XFA");

    private final Limits limits;
    private final Set<String> flags = new LinkedHashSet<>();
    private Optional<String> title = Optional.empty();

    PdfScan(Limits limits) {
        this.limits = limits;
    }

    Finding scan(InputStream all) throws IOException {
        BoundedInput in = new BoundedInput(all, Long.MAX_VALUE, Flags.TOO_LARGE, limits.budget());
        String window = "";
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            String tail = window.substring(Math.max(0, window.length() - OVERLAP));
            window = tail + new String(chunk, StandardCharsets.ISO_8859_1);
            look(window);
        }
        if (!window.substring(Math.max(0, window.length() - OVERLAP)).contains("%%EOF")) { // ISO 32000-1 7.5.5
            flags.add(Flags.INCOMPLETE);
        }
        return new Finding(DocumentType.PDF, title, List.copyOf(flags), List.of());
    }

    private void look(String window) {
        if (window.contains("/Encrypt")) {
            flags.add(Flags.NOT_INSPECTABLE);
        }
        if (ACTIVE.stream().anyMatch(window::contains)) {
            flags.add(Flags.ACTIVE_CONTENT);
        }
        for (int at = window.indexOf("/Title"); at >= 0 && title.isEmpty(); at = window.indexOf("/Title", at + 6)) {
            if (isInformation(window, at)) {
                title = literal(window, at + 6);
            }
        }
    }

    /** The document information dictionary, not an outline: it names the producer too. ISO 32000-1 14.3.3 */
    private static boolean isInformation(String window, int at) {
        String around = window.substring(Math.max(0, at - OVERLAP), Math.min(window.length(), at + OVERLAP));
        return around.contains("/Producer") || around.contains("/Creat");
    }

    /** A literal string, in PDFDocEncoding (read as Latin-1) or UTF-16BE. ISO 32000-1 7.3.4.2 */
    private static Optional<String> literal(String window, int from) {
        int open = window.indexOf('(', from);
        if (open < 0 || !window.substring(from, open).isBlank()) {
            return Optional.empty();
        }
        StringBuilder raw = new StringBuilder();
        for (int i = open + 1; i < window.length() && raw.length() < MAX_TITLE; i++) {
            char c = window.charAt(i);
            if (c == ')') {
                return Optional.of(Titles.displayable(decoded(raw.toString()))).filter(shown -> !shown.isEmpty());
            }
            if (c == '\\' && i + 1 < window.length()) {
                c = window.charAt(++i);
            }
            raw.append(c);
        }
        return Optional.empty();
    }

    private static String decoded(String raw) {
        if (raw.startsWith("\u00fe\u00ff")) {
            return new String(raw.substring(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_16BE);
        }
        return raw;
    }
}
