package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.smime.Opening.Damaged;
import fr.sceau.smime.Opening.Opened;
import fr.sceau.smime.cms.EnvelopeOpener;
import fr.sceau.smime.keys.DecryptionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that is too large for memory stands in a file without a name, which must not outlive its use. */
class OpenFilesTest {
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final String LARGE =
            "Content-Type: text/plain\r\n\r\n" + "Glycemie 1,02 g/L, une ligne parmi d'autres\r\n".repeat(30_000);

    private final Path folder;
    private final String usual = System.getProperty("java.io.tmpdir");

    OpenFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void ownFolder() {
        assumeTrue(Files.isDirectory(OPEN_FILES), "SKIPPED: no /proc here, so open files are not looked at");
        System.setProperty("java.io.tmpdir", folder.toString());
    }

    @AfterEach
    void usualFolder() {
        System.setProperty("java.io.tmpdir", usual);
    }

    private long open() throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(this::isOurs).count();
        }
    }

    private boolean isOurs(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String sealed(String entity) throws Exception {
        byte[] object = EnvelopedObject.to(World.DOCTOR_ENCRYPTION, entity, CMSAlgorithm.AES256_CBC);
        return Mails.pkcs7(Mails.header(Mails.LABORATORY), "enveloped-data", object);
    }

    @Test
    void opened_content_is_closed_by_who_has_it() throws Exception {
        Opening opening = new MessageOpener().open(Mails.of(sealed(LARGE)), KEYS);
        assertThat(opening).isInstanceOf(Opened.class);
        assertThat(open()).isEqualTo(1);
        ((Opened) opening).close();
        assertThat(open()).isZero();
    }

    @Test
    void object_that_ends_too_early_leaves_nothing_open() throws Exception {
        byte[] object = EnvelopedObject.to(World.DOCTOR_ENCRYPTION, LARGE, CMSAlgorithm.AES256_CBC);
        assertThat(new EnvelopeOpener().open(Arrays.copyOf(object, object.length - 40), KEYS))
                .isEqualTo(new Damaged());
        assertThat(open()).isZero();
    }

    @Test
    void content_that_does_not_come_out_leaves_nothing_open() throws Exception {
        byte[] signature = CraftedSignature.by(World.LABORATORY_SIGNATURE).detached(LARGE.replace("1,02", "4,02"));
        String inside = Mails.clearSigned("", LARGE, signature);
        assertThat(new MessageOpener().open(Mails.of(sealed(inside)), KEYS)).isEqualTo(new Damaged());
        assertThat(open()).isZero();
    }

    @Test
    void judging_leaves_nothing_open(@TempDir Path trust) throws Exception {
        Layers layers = new World(trust).verifier().layers(Mails.of(sealed(LARGE)), KEYS, World.NOW);
        assertThat(layers.code()).isEqualTo("encrypted:aes-256-cbc:opened");
        assertThat(open()).isZero();
    }
}
