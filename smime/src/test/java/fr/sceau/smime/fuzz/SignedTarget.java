package fr.sceau.smime.fuzz;

import fr.sceau.smime.RawMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A signed object, alone and beside a part. As {@link VerifyTarget}. */
final class SignedTarget implements Target {
    private static final String FROM = "From: claire.martin@exemple.mssante.test\r\nMIME-Version: 1.0\r\n";
    private static final String ALONE = FROM
            + "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: binary\r\n\r\n";
    private static final String BESIDE = FROM
            + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=\"frontiere\"\r\n\r\n"
            + "--frontiere\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nGlycemie 1,02 g/L\r\n--not a boundary\r\nfin\r\n"
            + "\r\n--frontiere\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: binary\r\n\r\n";

    private final FuzzWorld world;
    private final HonestRecord honest;
    private final DerEdits edits;

    SignedTarget(FuzzWorld world) throws IOException {
        this.world = world;
        this.honest = new HonestRecord(world);
        this.edits = new DerEdits(world.contents("objects", ".p7s"));
    }

    @Override
    public void check(byte[] octets) throws IOException {
        byte[] object = edits.apply(octets);
        judge(mail(ALONE, object, ""));
        judge(mail(BESIDE, object, "\r\n--frontiere--\r\n"));
    }

    private void judge(byte[] mail) throws IOException {
        honest.confirm(mail, world.verifier().verify(RawMessage.of(mail), FuzzWorld.NOW));
    }

    private static byte[] mail(String start, byte[] object, String end) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(object);
        mail.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        return mail.toByteArray();
    }
}
