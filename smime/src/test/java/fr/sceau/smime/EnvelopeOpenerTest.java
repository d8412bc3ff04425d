package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.smime.Opening.Damaged;
import fr.sceau.smime.Opening.NotEncrypted;
import fr.sceau.smime.Opening.NotForTheseKeys;
import fr.sceau.smime.Opening.Opened;
import fr.sceau.smime.cms.EnvelopeOpener;
import fr.sceau.smime.keys.DecryptionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CMS objects without a mail around them. */
class EnvelopeOpenerTest {
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final EnvelopeOpener opener = new EnvelopeOpener();

    private static byte[] sealed(String content) throws Exception {
        return EnvelopedObject.to(World.DOCTOR_ENCRYPTION, content, CMSAlgorithm.AES256_CBC);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What came out, if anything did. */
    private static String content(Opening opening) throws IOException {
        return opening instanceof Opened opened ? Mails.text(opened.message()) : opening.toString();
    }

    @Test
    void what_is_inside_comes_out() throws Exception {
        assertThat(content(opener.open(sealed("contenu"), KEYS))).isEqualTo("contenu");
    }

    @Test
    void other_objects_are_not_encrypted_others_keys_do_not_open_and_the_rest_is_damage() throws Exception {
        byte[] object = sealed("contenu");
        byte[] cut = Arrays.copyOf(object, object.length - 20);
        byte[] signed = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        assertThat(opener.open(signed, KEYS)).isEqualTo(new NotEncrypted());
        assertThat(opener.open(object, List.of())).isEqualTo(new NotForTheseKeys());
        assertThat(opener.open(cut, KEYS)).isEqualTo(new Damaged());
    }

    /** RFC 3218 2.3.2: who could guess the key that takes the place of a wrong one could learn that it was wrong. */
    @Test
    void key_that_stands_in_for_a_wrong_one_cannot_be_foreseen() throws Exception {
        byte[] object = EnvelopedObject.underZeroKey(World.DOCTOR_ENCRYPTION, "contenu");
        assertThat(content(opener.open(object, KEYS))).isEqualTo("contenu");
        EnvelopedData data =
                EnvelopedData.getInstance(ContentInfo.getInstance(object).getContent());
        byte[] encryptedKey = KeyTransRecipientInfo.getInstance(
                        RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0))
                                .getInfo())
                .getEncryptedKey()
                .getOctets();
        int at = text(object).indexOf(text(encryptedKey));
        object[at + 100] ^= 1;
        assertThat(opener.open(object, KEYS))
                .satisfies(opening -> assertThat(content(opening)).isNotEqualTo("contenu"));
    }

    @Test
    void damage_behind_content_that_went_to_disk_leaves_no_file_open(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "SKIPPED: no /proc here, so open files are not looked at");
        byte[] object = sealed("Glycemie 1,02 g/L\r\n".repeat(60_000)); // more than a spool holds in memory
        String usual = System.getProperty("java.io.tmpdir");
        try {
            System.setProperty("java.io.tmpdir", folder.toString());
            Opened whole = (Opened) opener.open(object, KEYS);
            assertThat(openFilesOf(folder)).isEqualTo(1);
            whole.close();
            assertThat(opener.open(Arrays.copyOf(object, object.length - 40), KEYS))
                    .isEqualTo(new Damaged());
            assertThat(openFilesOf(folder)).isZero();
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
    }

    private static long openFilesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(file -> isIn(folder, file)).count();
        }
    }

    private static boolean isIn(Path folder, Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
