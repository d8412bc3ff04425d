package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.smime.cms.Payload;
import fr.sceau.smime.header.ProtectedHeader;
import fr.sceau.smime.header.Routing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that others published: old algorithms, foreign authorities, odd structures. */
class SampleMailTest {
    private static final Path SAMPLES = Path.of(System.getProperty("sceau.root", ""), "../shared/samples/smime")
            .normalize();

    private final World world;

    SampleMailTest(@TempDir Path trust) {
        assumeTrue(Files.isDirectory(SAMPLES), "SKIPPED: sample mail is absent: " + SAMPLES);
        this.world = new World(trust);
    }

    private static Map<String, byte[]> files(String folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var paths = Files.walk(SAMPLES.resolve(folder))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private SignatureVerdict verdict(byte[] mail) throws Exception {
        return world.verifier().verify(RawMessage.of(mail), World.NOW);
    }

    @Test
    void rfc_4134_examples_are_read_and_none_is_intact_by_todays_rules() throws Exception {
        Map<String, byte[]> files = files("rfc4134");
        assertThat(files).hasSizeGreaterThan(20);
        for (byte[] file : files.values()) {
            assertNotIntact(file);
            assertNotIntact(
                    Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", file).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void assertNotIntact(byte[] mail) throws Exception {
        assertThat(verdict(mail).code()).doesNotStartWith("trusted").doesNotStartWith("pending");
        Opening opening =
                new MessageOpener().open(RawMessage.of(mail), List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION)));
        assertThat(opening).isNotInstanceOf(Opening.Opened.class);
    }

    @Test
    void signed_lamps_examples_are_intact_but_of_a_foreign_authority() throws Exception {
        Path lamps = SAMPLES.resolve("lamps-protected-headers");
        assertThat(verdict(Files.readAllBytes(lamps.resolve("smime-multipart-signed.eml")))
                        .code())
                .isEqualTo("untrusted.no-trusted-path");
        assertThat(verdict(Files.readAllBytes(lamps.resolve("smime-onepart-signed.eml")))
                        .code())
                .isEqualTo("untrusted.no-trusted-path");
        assertThat(verdict(Files.readAllBytes(lamps.resolve("smime-sign+enc.eml")))
                        .code())
                .isEqualTo("sealed.cipher-refused");
        assertThat(verdict(Files.readAllBytes(lamps.resolve("pgpmime-signed.eml")))
                        .code())
                .isEqualTo("unsigned");
    }

    @Test
    void protected_fields_of_lamps_examples_are_found_under_each_signature() throws Exception {
        Path lamps = SAMPLES.resolve("lamps-protected-headers");
        for (String file : List.of("smime-multipart-signed.eml", "smime-onepart-signed.eml")) {
            RawMessage mail = RawMessage.of(Files.readAllBytes(lamps.resolve(file)));
            ProtectedHeader header =
                    Payload.signed(mail).flatMap(ProtectedHeader::of).orElseThrow();
            assertThat(header.subject()).as(file).contains("The FooCorp contract");
            assertThat(Routing.compare(List.of("bob@smime.example"), header.fields())
                            .asAnnounced())
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void james_examples_are_intact_but_of_a_foreign_authority() throws Exception {
        List<String> codes = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(SAMPLES.resolve("james.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".eml")) {
                    codes.add(verdict(zip.readAllBytes()).code());
                }
            }
        }
        assertThat(codes).hasSize(3).containsOnly("untrusted.no-trusted-path");
    }
}
