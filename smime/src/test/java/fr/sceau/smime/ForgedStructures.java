package fr.sceau.smime;

import java.util.List;
import java.util.stream.Stream;

/** Forgeries around the CMS object: where in the message the signature is, and what people see beside it. */
final class ForgedStructures {
    private static final String FAKE = "Content-Type: text/plain\r\n\r\nGlycemie 9,99 g/L\r\n";
    private static final String HTML = "Content-Type: text/html\r\n\r\n";

    private ForgedStructures() {}

    static Stream<Forgery> all() {
        return Stream.of(beside(), delimiters(), readings()).flatMap(List::stream);
    }

    /** The doctor's genuine signed mail. */
    private static String genuine() throws Exception {
        return CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE));
    }

    /** Its entity, as it would stand in another message. */
    private static String genuinePart() throws Exception {
        return entity(genuine());
    }

    static String entity(String message) {
        return message.substring(message.indexOf("Content-Type:"));
    }

    static String multipart(String type, String... parts) {
        return Mails.header(Mails.DOCTOR) + "Content-Type: multipart/" + type + "; boundary=autour\r\n\r\n--autour\r\n"
                + String.join("\r\n--autour\r\n", parts) + "\r\n--autour--\r\n";
    }

    private static List<Forgery> beside() {
        return List.of(
                unsigned("fake text before the signed part", () -> multipart("mixed", FAKE, genuinePart())),
                unsigned("fake text after the signed part", () -> multipart("mixed", genuinePart(), FAKE)),
                unsigned("signed part alone in a multipart", () -> multipart("mixed", genuinePart())),
                unsigned(
                        "fake page as an alternative",
                        () -> multipart("alternative", genuinePart(), HTML + "9,99 g/L")),
                unsigned(
                        "signed part as a picture of a page",
                        () -> multipart(
                                "related", HTML + "9,99 g/L<img src=cid:s>", "Content-ID: <s>\r\n" + genuinePart())),
                unsigned(
                        "signed part hidden by style",
                        () -> multipart(
                                "mixed", HTML + "9,99 g/L<div style='display:none'>", genuinePart(), HTML + "</div>")),
                unsigned(
                        "signed part as an attachment",
                        () -> multipart(
                                "mixed", FAKE, "Content-Disposition: attachment; filename=a.eml\r\n" + genuinePart())),
                unsigned(
                        "signed mail attached",
                        () -> multipart("mixed", FAKE, "Content-Type: message/rfc822\r\n\r\n" + genuine())),
                unsigned(
                        "signed mail as the whole content",
                        () -> Mails.header(Mails.DOCTOR) + "Content-Type: message/rfc822\r\n\r\n" + genuine()),
                unsigned(
                        "signed part deep inside",
                        () -> multipart(
                                "mixed",
                                FAKE,
                                multipart("related", genuinePart()).replace("autour", "dedans"))),
                unsigned("opaque object attached", () -> multipart("mixed", FAKE, entity(opaque()))),
                unsigned(
                        "signature as a file beside a text",
                        () -> multipart(
                                "mixed",
                                Mails.ENTITY,
                                genuinePart().replaceAll("(?s).*--frontiere(?=\r\nContent-Type: application)", ""))),
                unsigned("said to be signed by PGP", () -> genuine()
                        .replace("protocol=\"application/pkcs7", "protocol=\"application/pgp")));
    }

    private static String opaque() {
        return Mails.pkcs7(
                Mails.header(Mails.DOCTOR),
                "signed-data",
                CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY));
    }

    private static List<Forgery> delimiters() {
        return List.of(
                malformed("third part", () -> genuine()
                        .replace("--frontiere--", "--frontiere\r\n" + FAKE + "\r\n--frontiere--")),
                malformed("fake part first", () -> genuine()
                        .replaceFirst("--frontiere\r\n", "--frontiere\r\n" + FAKE + "\r\n--frontiere\r\n")),
                malformed("parts exchanged", () -> {
                    String[] parts = genuine().split("--frontiere\r\n");
                    return parts[0] + "--frontiere\r\n" + parts[2].replace("--frontiere--", "--frontiere") + parts[1]
                            + "--frontiere--\r\n";
                }),
                malformed("no end", () -> genuine().replace("--frontiere--", "")),
                malformed("delimiter that begins like ours", () -> genuine()
                        .replace("fin\r\n", "fin\r\n--frontieres\r\n")),
                malformed("two boundaries", () -> genuine()
                        .replace("boundary=\"frontiere\"", "boundary=\"autre\"; boundary=\"frontiere\"")),
                malformed("boundary in pieces", () -> genuine()
                        .replace("boundary=\"frontiere\"", "boundary*0=\"front\"; boundary*1=\"iere\"")),
                malformed("signature of another type", () -> genuine()
                        .replace("Content-Type: application/pkcs7-signature; name", "Content-Type: text/plain; name")));
    }

    private static List<Forgery> readings() {
        return List.of(
                malformed("second type before", () -> "Content-Type: text/html\r\n" + genuine()),
                malformed("second type after", () -> genuine()
                        .replaceFirst("\r\n\r\n", "\r\nContent-Type: text/html\r\n\r\n")),
                malformed(
                        "signed parts encoded once more",
                        () -> "Content-Transfer-Encoding: quoted-printable\r\n" + genuine()),
                malformed("signed parts encoded in base64", () -> "Content-Transfer-Encoding: base64\r\n" + genuine()),
                malformed("two encodings", () -> "Content-Transfer-Encoding: 7bit\r\n" + opaque()),
                Forgery.of(
                        "reading/line that is no field before the type",
                        "untrusted.from-unclear",
                        () -> "ceci\r\n" + genuine()),
                Forgery.of(
                        "reading/field behind a bare carriage return",
                        "untrusted.from-unclear",
                        () -> "X-A: b\rContent-Type: text/html\r\n" + genuine()));
    }

    private static Forgery unsigned(String name, Forgery.Message message) {
        return Forgery.of("part/" + name, "unsigned", message);
    }

    private static Forgery malformed(String name, Forgery.Message message) {
        return Forgery.of("structure/" + name, "invalid.malformed", message);
    }
}
