package fr.sceau.webmail.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name under which a file from outside may be saved on anybody's computer. */
public final class FileName {
    private static final int MAX_LENGTH = 120;
    private static final int MAX_EXTENSION = 12;

    /** What separates folders, is reserved by Windows, cannot be seen or turns the reading direction. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");

    private static final Pattern WINDOWS_DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileName() {}

    /**
     * @param wanted as the sender wrote it; may be empty
     * @param part the place of the part, for a name when there is none
     * @param type media type, for an extension when there is none
     */
    public static String safe(String wanted, String part, String type) {
        String name = UNWANTED.matcher(wanted).replaceAll("_").strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (name.isEmpty()) {
            name = "piece-" + part.replace('.', '-') + extension(type).orElse("");
        }
        return shortened(WINDOWS_DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String end = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        String start = name.substring(0, MAX_LENGTH - end.length());
        return (Character.isHighSurrogate(start.charAt(start.length() - 1))
                        ? start.substring(0, start.length() - 1)
                        : start)
                + end;
    }

    private static Optional<String> extension(String type) {
        return Optional.ofNullable(
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "application/pdf" -> ".pdf";
                    case "text/plain" -> ".txt";
                    case "text/xml", "application/xml" -> ".xml";
                    case "application/zip" -> ".zip";
                    case "image/png" -> ".png";
                    case "image/jpeg" -> ".jpg";
                    case "message/rfc822" -> ".eml";
                    case "application/pkcs7-mime", "application/x-pkcs7-mime" -> ".p7m";
                    default -> null;
                });
    }
}
