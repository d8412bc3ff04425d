package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Mail to begin to fuzz with. */
final class SeedMails {
    private SeedMails() {}

    /** Signed, sealed and both; some of it to the holder of a key on a curve. */
    static List<byte[]> honest(Issued curve) throws Exception {
        List<byte[]> mails = new ArrayList<>();
        for (Forgery mail : HonestMails.all().toList()) {
            mails.add(bytes(mail.message().text()));
        }
        for (Capabilities capabilities :
                List.of(new Capabilities(false, false), new Capabilities(true, true), new Capabilities(false, true))) {
            mails.add(sealed(World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY), capabilities, curve));
            mails.add(sealed(Mails.text(Mails.plain(Mails.LABORATORY)), capabilities, curve));
        }
        return mails;
    }

    static List<byte[]> forgeries() throws Exception {
        List<byte[]> mails = new ArrayList<>();
        for (Forgery mail : Forgery.all().toList()) {
            if (mail.setting() == Forgery.ORDINARY) {
                mails.add(bytes(mail.message().text()));
            }
        }
        return mails;
    }

    /** Whatever others published; none where the samples are absent. */
    static List<byte[]> published() throws IOException {
        if (!Files.isDirectory(SampleSet.ROOT)) {
            return List.of();
        }
        List<byte[]> files = new ArrayList<>();
        for (SampleSet set : List.of(
                SampleSet.folder("rfc4134"),
                SampleSet.folder("lamps-protected-headers"),
                SampleSet.archive("rfc9216"),
                SampleSet.archive("james"))) {
            for (String end : List.of(".eml", ".bin", ".p7m", ".p7s", ".cer", ".crt")) {
                for (String file : set.ending(end)) {
                    files.add(octets(set.mail(file)));
                }
            }
        }
        return files;
    }

    private static byte[] sealed(String message, Capabilities capabilities, Issued curve) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean few = !capabilities.oaep();
        List<Recipient> recipients = few
                ? List.of(new Recipient(World.DOCTOR_ENCRYPTION.certificate(), capabilities))
                : List.of(
                        new Recipient(curve.certificate(), capabilities),
                        new Recipient(World.DOCTOR_ENCRYPTION.certificate(), capabilities));
        new MessageEncrypter().encrypt(Mails.of(message), recipients, out);
        return out.toByteArray();
    }

    private static byte[] octets(RawMessage message) throws IOException {
        return bytes(Mails.text(message));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
