package fr.sceau.directory.server.fetching;

import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server has, by its answer to HEAD or GET.
 *
 * @param name as published, empty when the server does not say
 * @param stamp when it was extracted, year to minute or day, in digits
 * @param length in octets, less than zero when the server does not say
 */
record Offer(String name, String stamp, long length) {
    private static final Pattern DATED_NAME = Pattern.compile("\\w+_(\\d{8,14})\\.(?:txt|zip)");
    /** As data.gouv.fr puts the time of the deposit into the path. */
    private static final Pattern DATED_PATH = Pattern.compile("/(\\d{8})-(\\d{4})\\d{2}/");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** Of an answer that was read; nothing where it says nowhere from when the file is. */
    static Optional<Offer> of(HttpURLConnection answer) {
        String disposition = Optional.ofNullable(answer.getHeaderField("Content-Disposition"))
                .orElse("");
        String path = answer.getURL().getPath();
        long length = answer.getContentLengthLong();
        return named(disposition, length).or(() -> named(path, length)).or(() -> inPath(path)
                .or(() -> modified(answer.getLastModified()))
                .map(stamp -> new Offer("", stamp, length)));
    }

    private static Optional<Offer> named(String text, long length) {
        Matcher found = DATED_NAME.matcher(text);
        return found.find() ? Optional.of(new Offer(found.group(), found.group(1), length)) : Optional.empty();
    }

    private static Optional<String> inPath(String path) {
        Matcher found = DATED_PATH.matcher(path);
        return found.find() ? Optional.of(found.group(1) + found.group(2)) : Optional.empty();
    }

    private static Optional<String> modified(long millis) {
        return millis == 0
                ? Optional.empty()
                : Optional.of(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), FRANCE)
                        .format(MINUTES));
    }
}
