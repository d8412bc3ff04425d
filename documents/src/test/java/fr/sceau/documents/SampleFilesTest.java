package fr.sceau.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published sample, attached to a message, is recognised as its manifest says. */
class SampleFilesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("sceau.root", ".."), "../shared/samples");

    private static final Map<String, DocumentType> EXPECTED = Map.of(
            "CDA_AUTOPRESENTABLE(xsl root)", DocumentType.CDA_AUTOPRESENTABLE,
            "CDA_R2_N1", DocumentType.CDA_N1,
            "CDA_R2_N3", DocumentType.CDA_N3,
            "DICOM_KOS", DocumentType.DICOM_KOS,
            "HL7V2", DocumentType.HL7_V2,
            "HPRIM_MEDECIN", DocumentType.HPRIM_MEDECIN,
            "HPRIM_SANTE", DocumentType.HPRIM_SANTE,
            "HPRIM_XML", DocumentType.HPRIM_XML,
            "XDM_METADATA(fragment)", DocumentType.XDM,
            "XDM_ZIP(nonconformant layout)", DocumentType.XDM);

    record Sample(String path, String label) {
        @Override
        public String toString() {
            return path + " is " + label;
        }

        RecognisedDocument recognised(String name) throws IOException {
            byte[] content = Files.readAllBytes(SAMPLES.resolve(path));
            return Mail.withText("Bonjour")
                    .attach(name, content)
                    .recognised()
                    .main()
                    .orElseThrow();
        }
    }

    static List<Sample> samples() throws IOException {
        Path manifest = SAMPLES.resolve("MANIFEST.tsv");
        if (!Files.exists(manifest)) {
            return List.of(new Sample("(absent)", "(absent)"));
        }
        try (Stream<String> lines = Files.lines(manifest)) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .map(fields -> new Sample(fields[0], fields[3]))
                    .toList();
        }
    }

    private static void requireSamples() {
        assumeTrue(Files.exists(SAMPLES.resolve("MANIFEST.tsv")), "SKIPPED: no sample files at ../shared/samples");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void every_sample_is_what_its_manifest_says_whatever_its_name(Sample sample) throws IOException {
        requireSamples();
        RecognisedDocument document = sample.recognised("piece-jointe.bin");
        if (sample.label().equals("REJECT_DOCTYPE")) {
            assertThat(document.type()).isEqualTo(DocumentType.OTHER);
            assertThat(document.flags()).containsExactly(Flags.DOCTYPE);
        } else {
            assertThat(EXPECTED).containsKey(sample.label());
            assertThat(document.type()).isEqualTo(EXPECTED.get(sample.label()));
        }
    }

    @Test
    void liaison_letters_among_the_samples_are_told_by_their_code() throws IOException {
        requireSamples();
        for (String path : List.of("cda/ans-2.41/LDL-SES_2020.01.xml", "cda/ans-2.41/LDL-EES_2020.01.xml")) {
            RecognisedDocument letter = new Sample(path, "").recognised("lettre.xml");
            assertThat(letter.type()).isEqualTo(DocumentType.CDA_N3);
            assertThat(letter.flags()).containsExactly(Flags.LIAISON);
            assertThat(letter.title()).isPresent();
            assertThat(new Recognition(List.of(letter)).keywords()).containsExactly("CDA", "LETTRE");
        }
        RecognisedDocument report = new Sample("cda/ans-2.41/CR-BIO_2021.01_PDF.xml", "").recognised("cr.xml");
        assertThat(report.flags()).isEmpty();
    }

    @Test
    void the_document_inside_the_archive_is_listed_too() throws IOException {
        requireSamples();
        byte[] zip = Files.readAllBytes(SAMPLES.resolve("xdm/nhin-d_xdmail_samplexdm.zip"));
        Recognition found = Mail.withText("Bonjour").attach("IHE_XDM.ZIP", zip).recognised();
        assertThat(found.documents()).extracting(RecognisedDocument::part).containsExactly("2", "2!1");
        assertThat(found.keywords()).containsExactly("XDM", "CDA");
    }

    @Test
    void misplaced_end_marks_are_flagged_as_the_source_of_the_samples_says() throws IOException {
        requireSamples();
        assertThat(hprimFlags("freemedforms_test1.hpr")).isEmpty();
        assertThat(hprimFlags("freemedforms_test3.hpr")).isEmpty();
        assertThat(hprimFlags("freemedforms_test4.hpr")).containsExactly(Flags.INCOMPLETE);
        assertThat(hprimFlags("freemedforms_test6.hpr")).containsExactly(Flags.INCOMPLETE);
    }

    private static List<String> hprimFlags(String name) throws IOException {
        return new Sample("hprim-medecin/" + name, "").recognised(name).flags();
    }
}
