package fr.sceau.smime.fuzz;

import fr.sceau.smime.Opening;
import fr.sceau.smime.cms.EnvelopeOpener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An encrypted object, alone (as a backup has it) and as a mail. As {@link OpenTarget}; alone, only a tag vouches. */
final class EnvelopedTarget implements Target {
    private static final String START = "From: laboratoire@exemple.mssante.test\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: binary\r\n\r\n";

    private final FuzzWorld world;
    private final OpenTarget mails;
    private final DerEdits edits;
    private final EnvelopeOpener envelopes = new EnvelopeOpener();

    EnvelopedTarget(FuzzWorld world) throws IOException {
        this.world = world;
        this.mails = new OpenTarget(world);
        this.edits = new DerEdits(world.contents("objects", ".p7m"));
    }

    @Override
    public void check(byte[] octets) throws IOException {
        byte[] object = edits.apply(octets);
        try (Opening opening = envelopes.open(object, world.keys())) {
            if (opening instanceof Opening.Opened opened) {
                HonestRecord.octets(opened.message());
            }
        }
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(START.getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(object);
        mails.check(mail.toByteArray());
    }
}
