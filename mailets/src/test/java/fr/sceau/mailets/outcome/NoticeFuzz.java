package fr.sceau.mailets.outcome;

import fr.sceau.mailets.outcome.DeliveryReport.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What has to hold of a notice, whatever its octets; {@code ./sceau prove fuzz} calls it too. It is read or says nothing; it speaks of
 * addresses that the database and its file can hold, of no more than there can be; and not at all once somebody has passed it on.
 */
public final class NoticeFuzz {
    private static final int LONGEST_PATH = 254; // RFC 5321 4.5.3.1.3, without the angle brackets
    private static final int MOST = 1_000;
    private static final String BOUNDARY = "4d9c0f1ab7";

    private NoticeFuzz() {}

    public static void fuzzerTestOneInput(byte[] octets) throws IOException {
        Optional<DeliveryReport> report = read(octets);
        report.ifPresent(NoticeFuzz::check);
        if (!new String(octets, StandardCharsets.ISO_8859_1).contains(BOUNDARY)
                && read(passedOn(octets)).isPresent()) {
            throw new AssertionError("a notice inside a message is believed");
        }
    }

    private static Optional<DeliveryReport> read(byte[] octets) throws IOException {
        return ReportReader.read(new ByteArrayInputStream(octets));
    }

    private static void check(DeliveryReport report) {
        holds(!report.about().isEmpty() && report.about().size() <= MOST, "number of lines");
        for (Line line : report.about()) {
            String address = line.address();
            holds(address.length() <= LONGEST_PATH, "length of an address");
            holds(address.indexOf('@') > 0 && address.indexOf('@') == address.lastIndexOf('@'), "shape of an address");
            holds(address.chars().noneMatch(NoticeFuzz::isUnprintable), "characters of an address");
            holds(
                    !(line instanceof DeliveryReport.Failed failed)
                            || isCode(failed.failure().code()),
                    "code");
        }
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character)
                || Character.isWhitespace(character)
                || Character.isSurrogate((char) character)
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                || Character.isUpperCase(character) && character < 128;
    }

    private static boolean isCode(String code) {
        return code.isEmpty() || code.matches("5\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }

    private static byte[] passedOn(byte[] octets) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=" + BOUNDARY + "\r\n\r\n--"
                        + BOUNDARY + "\r\nContent-Type: message/rfc822\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(octets);
        message.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return message.toByteArray();
    }

    private static void holds(boolean property, String what) {
        if (!property) {
            throw new AssertionError(what); // without the content
        }
    }
}
