package fr.sceau.smime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Right signatures of somebody under a header that shows somebody else, or that leads elsewhere. */
final class ForgedSenders {
    private static final String UNCLEAR = "untrusted.from-unclear";
    private static final String MISLEADING = "untrusted.display-name-misleading";

    private ForgedSenders() {}

    static Stream<Forgery> all() {
        return Stream.of(mailboxes(), unclear(), displayed(), otherFields(), inside())
                .flatMap(List::stream);
    }

    /** Signed by Paul under that From. */
    private static Forgery byPaul(String name, String code, String from) {
        return Forgery.of("sender/" + name, code, () -> World.signed(World.PAUL_SIGNATURE, utf8(from)));
    }

    /** As the bytes of a header come. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Signed by the doctor in her own name, with these fields added on the way. */
    private static Forgery added(String name, String code, String fields) {
        return Forgery.of("field/" + name, code, () -> fields + World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR));
    }

    private static List<Forgery> mailboxes() {
        return List.of(
                byPaul("another doctor's mailbox", "untrusted.sender-mismatch", Mails.DOCTOR),
                byPaul("mailbox of a structure", "untrusted.not-delegate", Mails.LABORATORY),
                byPaul("mailbox that is in no directory", "untrusted.sender-unknown", "dr.martin@exemple.mssante.test"),
                byPaul("homoglyph in the name", "untrusted.sender-unknown", "cl\u0430ire.martin@exemple.mssante.test"),
                byPaul(
                        "homoglyph in the domain",
                        "untrusted.sender-unknown",
                        "claire.martin@ex\u0435mple.mssante.test"),
                byPaul("punycode domain", "untrusted.sender-unknown", "claire.martin@xn--exmple-4nf.mssante.test"),
                byPaul("doctor's domain before another", "untrusted.sender-unknown", Mails.DOCTOR + ".mal.test"),
                byPaul("address turned around", "untrusted.sender-unknown", "\u202e" + Mails.DOCTOR),
                byPaul(
                        "zero-width space in the address",
                        "untrusted.sender-unknown",
                        "claire\u200b.martin@exemple.mssante.test"),
                Forgery.of(
                        "sender/structure for a doctor",
                        "untrusted.structure-mismatch",
                        () -> World.signed(World.LABORATORY_SIGNATURE, Mails.DOCTOR)),
                Forgery.of("sender/none", UNCLEAR, () -> World.signed(World.PAUL_SIGNATURE, Mails.PAUL)
                        .replace("From: ", "X-From: ")));
    }

    private static List<Forgery> unclear() {
        String doctor = Mails.DOCTOR;
        String paul = Mails.PAUL;
        return List.of(
                byPaul("list", UNCLEAR, doctor + ", " + paul),
                byPaul("list with the stranger first", UNCLEAR, paul + ", " + doctor),
                byPaul("address before the address", UNCLEAR, doctor + " <" + paul + ">"),
                byPaul("address after the address", UNCLEAR, "<" + paul + "> " + doctor),
                byPaul("two in brackets", UNCLEAR, "<" + doctor + "> <" + paul + ">"),
                byPaul("group", UNCLEAR, "medecins: " + paul + ";"),
                byPaul("route", UNCLEAR, "<@exemple.mssante.test:" + paul + ">"),
                byPaul("quoted local part", UNCLEAR, "\"" + doctor + "\"@exemple.mssante.test"),
                byPaul("comment without end", UNCLEAR, "<" + paul + "> (" + doctor),
                byPaul("second address in a continuation", UNCLEAR, paul + ",\r\n " + doctor),
                Forgery.of(
                        "sender/two fields",
                        UNCLEAR,
                        () -> "From: " + doctor + "\r\n" + World.signed(World.PAUL_SIGNATURE, paul)),
                Forgery.of(
                        "sender/two fields, the stranger's first",
                        UNCLEAR,
                        () -> "From: " + paul + "\r\n" + World.signed(World.PAUL_SIGNATURE, doctor)),
                Forgery.of(
                        "sender/second field with a space before the colon",
                        UNCLEAR,
                        () -> "From : " + doctor + "\r\n" + World.signed(World.PAUL_SIGNATURE, paul)),
                Forgery.of(
                        "sender/second field behind a bare carriage return",
                        UNCLEAR,
                        () -> "X: a\rFrom: " + doctor + "\r\n" + World.signed(World.PAUL_SIGNATURE, paul)),
                byPaul("control character behind the address", UNCLEAR, paul + "\u001d"),
                byPaul("form feed before the address", UNCLEAR, "\u000c" + paul),
                Forgery.of(
                        "sender/zero byte in a field",
                        UNCLEAR,
                        () -> "X: a\0\r\n" + World.signed(World.PAUL_SIGNATURE, paul)));
    }

    private static Forgery named(String name, String displayed) {
        return byPaul("name: " + name, MISLEADING, displayed + " <" + Mails.PAUL + ">");
    }

    private static String encoded(String words) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static List<Forgery> displayed() {
        return List.of(
                named("another address", "\"" + Mails.DOCTOR + "\""),
                named("another address, encoded", encoded(Mails.DOCTOR)),
                named("another address, encoded in quotes", "\"" + encoded("Dr MARTIN <" + Mails.DOCTOR + ">") + "\""),
                named(
                        "another address, encoded in two words",
                        encoded("claire.martin@") + " " + encoded("exemple.mssante.test")),
                named("encoded in a way that not all read", "=?utf-7?Q?claire.martin+AEA-exemple.mssante.test?="),
                named("another address in a comment", "Dr (" + Mails.DOCTOR + ") Martin"),
                named("another address with a wide sign", "\"claire.martin\uff20exemple.mssante.test\""),
                named("verdict", "\"Claire MARTIN (signature vérifiée)\""),
                named("verdict, encoded", encoded("Signature vérifiée : Claire MARTIN")),
                named("check mark", "\"Claire MARTIN \u2714\""),
                named("lock", encoded("\ud83d\udd12 Claire MARTIN")),
                named("turned around", "\"\u202etset.etnassm.elpmexe@nitram.erialc\u202c\""),
                named("zero-width characters", "\"claire.martin\u200b@\u200bexemple.mssante.test\""),
                named("Cyrillic letters among Latin ones", "\"\u0421laire \u041cARTIN\""),
                named("longer than a line", "\"Claire MARTIN" + " ".repeat(2000) + "x\""));
    }

    private static List<Forgery> otherFields() {
        String paul = "Sender: " + Mails.PAUL + "\r\n";
        return List.of(
                Forgery.of(
                        "field/signed by Sender for the author",
                        "untrusted.signed-by-sender-field",
                        () -> paul + World.signed(World.PAUL_SIGNATURE, Mails.DOCTOR)),
                added("another Sender", "untrusted.sender-field-mismatch", paul),
                added("unknown Sender", "untrusted.sender-field-mismatch", "Sender: liste@mal.test\r\n"),
                added("two Senders", "untrusted.sender-field-mismatch", "Sender: " + Mails.DOCTOR + "\r\n" + paul),
                added(
                        "Sender with two addresses",
                        "untrusted.sender-field-mismatch",
                        "Sender: " + Mails.DOCTOR + ", " + Mails.PAUL + "\r\n"),
                added(
                        "answers to a stranger",
                        "untrusted.reply-elsewhere",
                        "Reply-To: Claire MARTIN <" + Mails.PAUL + ">\r\n"),
                added(
                        "answers to a stranger too",
                        "untrusted.reply-elsewhere",
                        "Reply-To: " + Mails.DOCTOR + ", vol@mal.test\r\n"),
                added(
                        "two fields for answers",
                        "untrusted.reply-elsewhere",
                        "Reply-To: " + Mails.DOCTOR + "\r\nReply-To: vol@mal.test\r\n"),
                added(
                        "answers that cannot be read",
                        "untrusted.reply-elsewhere",
                        "Reply-To: equipe: vol@mal.test;\r\n"));
    }

    /** Signed by Paul: what stands inside names the doctor. */
    private static Forgery inside(String name, String code, String from, String entity) {
        return Forgery.of(
                "inside/" + name,
                code,
                () -> Mails.clearSigned(
                        Mails.header(from),
                        entity,
                        CraftedSignature.by(World.PAUL_SIGNATURE).detached(entity)));
    }

    private static List<Forgery> inside() {
        String protectedFrom =
                "Content-Type: text/plain; hp=\"clear\"\r\nFrom: " + Mails.DOCTOR + "\r\n\r\nBonjour\r\n";
        String message = "Content-Type: message/rfc822\r\n\r\n" + Mails.header(Mails.DOCTOR) + "\r\nBonjour\r\n";
        return List.of(
                inside("doctor inside, stranger outside", "untrusted.signed-from-mismatch", Mails.PAUL, protectedFrom),
                inside("doctor's mail inside, stranger outside", "untrusted.signed-from-mismatch", Mails.PAUL, message),
                inside("doctor's mail inside and outside", "untrusted.sender-mismatch", Mails.DOCTOR, message),
                Forgery.of(
                        "inside/genuine mail under a foreign sender",
                        "untrusted.sender-mismatch",
                        () -> CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE))
                                .replace("From: " + Mails.DOCTOR, "From: " + Mails.PAUL)));
    }
}
