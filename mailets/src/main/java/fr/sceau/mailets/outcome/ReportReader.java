package fr.sceau.mailets.outcome;

import fr.sceau.mailets.outcome.DeliveryReport.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Reads notices; what is none, or is malformed, says nothing. Of each part it reads the beginning only. */
public final class ReportReader {
    private static final int DEEPEST = 4;
    private static final int LONGEST_PART = 64 * 1024;

    /** Many more than a message of ours has recipients. */
    private static final int MOST_LINES = 1_000;

    private static final MimeConfig BOUNDED = MimeConfig.custom()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(64 * 1024)
            .build();

    private final List<Line> lines = new ArrayList<>();
    private String messageId = "";

    private ReportReader() {}

    /** @param message RFC 5322, read to its end at most */
    public static Optional<DeliveryReport> read(InputStream message) throws IOException {
        ReportReader reader = new ReportReader();
        try {
            reader.walk(message);
        } catch (MimeException e) {
            return Optional.empty();
        }
        return reader.lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveryReport(reader.messageId, reader.lines));
    }

    private void walk(InputStream message) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(BOUNDED);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE); // the message inside is content
        tokens.parse(message);
        int depth = 0;
        for (EntityState at = tokens.getState(); at != EntityState.T_END_OF_STREAM; at = tokens.next()) {
            if (at == EntityState.T_START_MULTIPART && ++depth > DEEPEST) {
                return;
            }
            if (at == EntityState.T_BODY) {
                part(tokens);
            }
        }
    }

    private void part(MimeTokenStream tokens) throws IOException {
        switch (tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT)) {
            case "message/delivery-status", "message/disposition-notification" ->
                groups(text(tokens)).forEach(this::group);
            case "text/rfc822-headers", "message/rfc822" -> {
                Map<String, String> header =
                        groups(text(tokens)).stream().findFirst().orElse(Map.of());
                name(header.getOrDefault("message-id", ""));
            }
            default -> {} // the text for people
        }
    }

    private void group(Map<String, String> fields) {
        name(fields.getOrDefault("original-message-id", "")); // RFC 8098 3.2.5
        if (lines.size() < MOST_LINES) {
            DeliveryReport.line(fields).ifPresent(lines::add);
        }
    }

    private void name(String found) {
        messageId = messageId.isEmpty() ? found : messageId;
    }

    private static String text(MimeTokenStream tokens) throws IOException {
        try (InputStream body = tokens.getDecodedInputStream()) {
            return new String(body.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
        }
    }

    /** Groups of fields between empty lines, unfolded (RFC 3464 2.1). */
    private static List<Map<String, String>> groups(String text) {
        List<Map<String, String>> groups = new ArrayList<>();
        for (String block : text.replace("\r", "").split("\n[ \\t]*\n")) {
            Map<String, String> fields = new HashMap<>();
            for (String field : block.replaceAll("\n[ \\t]+", " ").split("\n")) {
                int colon = field.indexOf(':');
                if (colon > 0) {
                    fields.putIfAbsent(
                            field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            field.substring(colon + 1).strip());
                }
            }
            groups.add(fields);
        }
        return groups;
    }
}
