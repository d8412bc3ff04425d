package fr.sceau.smime;

import java.util.List;
import java.util.stream.Stream;

/** Forgeries by layers that strangers add, and by claims in our name. */
final class ForgedLayers {
    private static final String OUR_HEADER =
            "Authentication-Results: exemple.mssante.test; smime=pass reason=\"trusted\""
                    + " policy.x-sceau-origin=\"submitted\" policy.x-sceau-seal=\"clear\"\r\n";

    private ForgedLayers() {}

    static Stream<Forgery> all() {
        return Stream.concat(claims().stream(), layers().stream());
    }

    /** The doctor's genuine signed mail. */
    private static String genuine() throws Exception {
        return CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE));
    }

    private static List<Forgery> claims() {
        return List.of(
                Forgery.of(
                        "claim/our own header field",
                        "unsigned",
                        () -> OUR_HEADER + Mails.text(Mails.plain(Mails.DOCTOR))),
                Forgery.of(
                        "claim/keyword in the header",
                        "unsigned",
                        () -> "X-Keywords: $SceauJudged\r\nX-Sceau-Verdict: trusted\r\n"
                                + Mails.text(Mails.plain(Mails.DOCTOR))),
                Forgery.of(
                        "claim/verdict in the text",
                        "unsigned",
                        () -> Mails.header(Mails.DOCTOR) + "\r\nSignature vérifiée : CLAIRE MARTIN.\r\n"),
                Forgery.of(
                        "claim/our header field on a stranger's mail",
                        "untrusted.sender-mismatch",
                        () -> OUR_HEADER + World.signed(World.PAUL_SIGNATURE, Mails.DOCTOR)));
    }

    private static List<Forgery> layers() {
        return List.of(
                Forgery.of(
                        "layer/signed around what another sealed",
                        "invalid.encrypted-then-signed",
                        () -> World.signed(
                                World.DOCTOR_SIGNATURE, Mails.of(sealed(Mails.text(Mails.plain(Mails.DOCTOR)))))),
                Forgery.of(
                        "layer/genuine mail in a stranger's signature",
                        "untrusted.sender-mismatch",
                        () -> World.signed(World.PAUL_SIGNATURE, Mails.of(genuine()))),
                Forgery.of(
                        "layer/stranger's mail in a genuine signature",
                        "untrusted.sender-mismatch",
                        () -> World.signed(
                                World.DOCTOR_SIGNATURE, Mails.of(World.signed(World.PAUL_SIGNATURE, Mails.DOCTOR)))),
                Forgery.of(
                        "layer/genuine mail sealed and signed by a stranger",
                        "untrusted.sender-mismatch",
                        () -> World.signed(World.PAUL_SIGNATURE, Mails.of(sealed(genuine())))),
                Forgery.of(
                        "layer/stranger's mail sealed in a genuine signature",
                        "untrusted.sender-mismatch",
                        () -> World.signed(
                                World.DOCTOR_SIGNATURE,
                                Mails.of(sealed(World.signed(World.PAUL_SIGNATURE, Mails.DOCTOR))))),
                Forgery.of("layer/sealed twice", "invalid.nesting-refused", () -> sealed(sealed(genuine()))),
                Forgery.of("layer/four deep", "invalid.nesting-refused", () -> again(again(again(genuine())))),
                Forgery.of(
                        "layer/changed inside a seal",
                        "invalid.digest-mismatch",
                        () -> EncryptedMails.encrypted(
                                Mails.of(genuine().replace("1,02 g/L", "9,99 g/L")), ContentCipher.AES_256_GCM)),
                Forgery.of(
                        "layer/sealed and not signed", "unsigned", () -> sealed(Mails.text(Mails.plain(Mails.DOCTOR)))),
                Forgery.of(
                        "layer/seal inside another part",
                        "unsigned",
                        () -> ForgedStructures.multipart("mixed", ForgedStructures.entity(sealed(genuine())))));
    }

    private static String again(String message) throws Exception {
        return World.signed(World.DOCTOR_SIGNATURE, Mails.of(message));
    }

    private static String sealed(String message) throws Exception {
        return EncryptedMails.encrypted(Mails.of(message), ContentCipher.AES_256_CBC);
    }
}
