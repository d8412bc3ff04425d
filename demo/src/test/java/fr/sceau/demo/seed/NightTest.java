package fr.sceau.demo.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.DemoHome;
import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.WorldBuilder;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageVerifier;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SenderBinding;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.keys.Pkcs12;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.KeySizes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NightTest {
    private static final Instant NOW = Instant.now();

    @SuppressWarnings("NullAway.Init")
    private static Installation world;

    @SuppressWarnings("NullAway.Init")
    private static Night night;

    @BeforeAll
    static void a_night_in_a_world(@TempDir Path home) throws Exception {
        world = DemoHome.prepare(home);
        new WorldBuilder(world, InstantSource.fixed(NOW), KeySizes.quick(), step -> {}).generate();
        night = new Night(world, NOW);
    }

    @Test
    void every_word_of_every_letter_is_filled_in() {
        Content content = new Content(NOW);
        assertThat(Night.letters()).hasSizeGreaterThanOrEqualTo(11).allSatisfy(letter -> assertThat(
                        new String(content.file(letter), letter.charset()))
                .doesNotContain("{{")
                .isNotEmpty());
    }

    @Test
    void dialects_differ_in_encoding_line_ends_and_number_of_fields() {
        assertThat(bytes("R2")).contains((byte) 0xE9).contains('\r', '\n');
        String unix = new String(bytes("R3"), StandardCharsets.UTF_8);
        assertThat(unix).doesNotContain("\r").contains("Prélèvement").contains("****FINFICHIER****\n");
        String mac = new String(bytes("R4"), StandardCharsets.ISO_8859_1);
        assertThat(mac).doesNotContain("\n").contains("THYROÏDIEN").contains("\r****FIN****\r");
        assertThat(fields(new String(bytes("R1"), StandardCharsets.ISO_8859_1), "\r\n"))
                .containsOnly(14);
        assertThat(fields(mac, "\r")).containsOnly(10);
    }

    @Test
    void hprim_header_has_its_twelve_lines() {
        List<String> lines =
                new String(bytes("R1"), StandardCharsets.ISO_8859_1).lines().toList();
        assertThat(lines.get(1)).isEqualTo("VALDORNE");
        assertThat(lines.get(6)).isEqualTo("12/03/1947");
        assertThat(lines.get(7)).matches("[0-9]{13} [0-9]{2}");
        assertThat(lines.get(11)).endsWith("Claire.MARTIN");
    }

    @Test
    void test_numbers_of_patients_have_their_check_digits() {
        assertThat(Patient.all().values()).hasSize(4).allSatisfy(patient -> assertThat(
                        (Long.parseLong(patient.nir()) + Integer.parseInt(patient.check())) % 97)
                .isZero());
    }

    @Test
    void cda_documents_are_well_formed_and_bear_the_test_oid() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        for (String id : List.of("R6", "R7", "L1")) {
            var root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes(id)))
                    .getDocumentElement();
            assertThat(root.getLocalName()).isEqualTo("ClinicalDocument");
            assertThat(root.getNamespaceURI()).isEqualTo("urn:hl7-org:v3");
            assertThat(new String(bytes(id), StandardCharsets.UTF_8)).contains("1.2.250.1.213.1.4.10");
        }
    }

    @Test
    void pdf_table_of_offsets_points_at_its_objects() {
        String pdf = new String(bytes("R8"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n");
        int start = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));
        List<String> table = pdf.substring(start).lines().skip(3).limit(6).toList();
        for (int i = 0; i < table.size(); i++) {
            int offset = Integer.parseInt(table.get(i).substring(0, 10));
            assertThat(pdf.substring(offset)).startsWith((i + 1) + " 0 obj\n");
        }
    }

    @Test
    void laboratory_signs_and_seals_for_the_doctor_whose_key_opens_it() throws Exception {
        byte[] sent = night.message(letter("R1"));
        assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                .contains("enveloped-data")
                .doesNotContain("VALDORNE");
        Path key = world.path("keys", Cast.CLAIRE + ".p12");
        Opening opening = new MessageOpener()
                .open(
                        RawMessage.of(sent),
                        Pkcs12.read(key, "for-keys".toCharArray()).decryption());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        RawMessage opened = ((Opening.Opened) opening).message();
        assertThat(verdict(opened).code()).isEqualTo("trusted");
    }

    @Test
    void tampered_message_is_intact_but_for_one_figure() throws Exception {
        byte[] sent = night.message(letter("P2"));
        assertThat(verdict(RawMessage.of(sent)).code()).isEqualTo("invalid.digest-mismatch");
        String repaired = new String(sent, StandardCharsets.ISO_8859_1).replace("6.1 mmol/L", "4.1 mmol/L");
        byte[] original = repaired.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(verdict(RawMessage.of(original)).code()).isEqualTo("trusted");
    }

    @Test
    void unsigned_letter_is_unsigned() throws Exception {
        assertThat(verdict(RawMessage.of(night.message(letter("P1")))).code()).isEqualTo("unsigned");
    }

    @Test
    void second_try_sends_the_same_bytes() throws Exception {
        byte[] first = night.message(letter("R5"));
        assertThat(new Night(world, NOW.plusSeconds(60)).message(letter("R5"))).isEqualTo(first);
    }

    @Test
    void no_subject_names_a_patient() {
        for (Letter letter : Night.letters()) {
            assertThat(Patient.all().values())
                    .noneMatch(patient -> letter.subject().contains(patient.family()));
        }
    }

    @Test
    void word_without_a_value_is_refused() {
        assertThatThrownBy(() -> Template.fill("cover.txt", Map.of())).isInstanceOf(DemoException.class);
    }

    private static SignatureVerdict verdict(RawMessage message) throws Exception {
        PathValidator paths = new PathValidator(
                TrustAnchors.load(world.path("trust")), new CrlCache(world.path("trust", "crl")), true);
        return new MessageVerifier(paths, (signer, certificate, from) -> SenderBinding.Match.SAME).verify(message, NOW);
    }

    private static Letter letter(String id) {
        return Night.letters().stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String id) {
        return new Content(NOW).file(letter(id));
    }

    private static List<Integer> fields(String text, String lineEnd) {
        return List.of(text.split(lineEnd)).stream()
                .filter(line -> line.startsWith("RES|"))
                .map(line -> line.split("\\|", -1).length)
                .toList();
    }
}
