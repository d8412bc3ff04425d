package fr.sceau.store.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One part of a message as BODYSTRUCTURE tells it (RFC 9051 7.5.2). What the message does not say is null; {@code lines} is
 * -1 where there are none to count. {@code embedded} and {@code envelope} belong to message/rfc822.
 */
public record Part(
        @Nullable String type,
        @Nullable String subtype,
        Map<String, String> parameters,
        @Nullable String id,
        @Nullable String description,
        @Nullable String encoding,
        long octets,
        long lines,
        @Nullable String md5,
        @Nullable String disposition,
        Map<String, String> dispositionParameters,
        List<String> languages,
        @Nullable String location,
        List<Part> parts,
        @Nullable Envelope envelope,
        @Nullable Part embedded) {
    public static final long UNCOUNTED = -1;

    public Part {
        parameters = withValues(parameters);
        dispositionParameters = withValues(dispositionParameters);
        languages = List.copyOf(languages);
        parts = List.copyOf(parts);
    }

    /** MIME4J also tells names that had no value. */
    @SuppressWarnings("ConstantValue")
    private static Map<String, String> withValues(Map<String, String> parameters) {
        Map<String, String> kept = new TreeMap<>(parameters);
        kept.values().removeIf(value -> value == null);
        return Collections.unmodifiableMap(kept);
    }

    /** Octets about which nothing more is known. */
    static Part opaque(long octets) {
        return new Part(
                "application",
                "octet-stream",
                Map.of(),
                null,
                null,
                "binary",
                octets,
                UNCOUNTED,
                null,
                null,
                Map.of(),
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    public boolean isMultipart() {
        return "multipart".equalsIgnoreCase(type);
    }

    Part with(long newOctets, long newLines) {
        return new Part(
                type,
                subtype,
                parameters,
                id,
                description,
                encoding,
                newOctets,
                newLines,
                md5,
                disposition,
                dispositionParameters,
                languages,
                location,
                parts,
                envelope,
                embedded);
    }
}
