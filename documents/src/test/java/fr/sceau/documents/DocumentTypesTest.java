package fr.sceau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DocumentTypesTest {
    private static final String HEADER =
            "X12345\nDUPONTEST\nZOE\n1 RUE DU TEST\n\n75001 PARIS\n01/02/1970\n\nD77\n03/04/2026\n"
                    + "LAB       Laboratoire\n.         Claire.MARTIN\n\n";
    private static final String RESULTS = "Glycemie 1.0 g/L\n****LAB****\nRES|Glycemie|GLU|N|1.0|g/L|0.7|1.1||F\n"
            + "****FIN****\n****FINFICHIER****\n";
    private static final String CDA = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><code code=\"%s\""
            + " codeSystem=\"2.16.840.1.113883.6.1\"/><title> Compte \n rendu </title><component>%s</component></ClinicalDocument>";

    private static RecognisedDocument attached(String type, String name, String content) throws IOException {
        return Mail.withText("Bonjour")
                .attachAs(type, name, Mail.bytes(content))
                .onlyDocument();
    }

    private static RecognisedDocument attached(String name, String content) throws IOException {
        return attached("application/octet-stream", name, content);
    }

    @Test
    void hprim_body_survives_every_line_end_and_encoding() throws IOException {
        String text = HEADER.replace("ZOE", "ZOÉ") + RESULTS;
        for (String end : new String[] {"\r", "\n", "\r\n"}) {
            byte[] latin = text.replace("\n", end).getBytes(StandardCharsets.ISO_8859_1);
            RecognisedDocument document =
                    Mail.withText("x").attach("r.hpr", latin).onlyDocument();
            assertThat(document.type()).isEqualTo(DocumentType.HPRIM_MEDECIN);
        }
        byte[] wide = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Mail.withText("x").attach("r.hpr", wide).onlyDocument().type())
                .isEqualTo(DocumentType.HPRIM_MEDECIN);
    }

    @Test
    void several_hprim_messages_in_one_file_are_flagged() throws IOException {
        String twice = HEADER + "texte\n****FIN****\n" + HEADER + "texte\n****FIN****\n****FINFICHIER****\n";
        assertThat(attached("r.hpr", twice).flags()).containsExactly(Flags.SEVERAL_MESSAGES);
    }

    @Test
    void prose_with_a_date_on_line_seven_is_not_hprim() throws IOException {
        assertThat(attached("note.txt", "un deux trois\nquatre\ncinq\n\n\n\n01/02/2026\nhuit\n")
                        .type())
                .isEqualTo(DocumentType.OTHER);
    }

    @Test
    void cda_level_is_decided_on_its_body() throws IOException {
        String pdf =
                "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">\nJVBERi0xLjQK</text></nonXMLBody>";
        RecognisedDocument one = attached("text/xml", "a.xml", String.format(CDA, "11502-2", pdf));
        assertThat(one.type()).isEqualTo(DocumentType.CDA_N1);
        assertThat(one.flags()).isEmpty();
        assertThat(one.title()).contains("Compte rendu");
        RecognisedDocument three = attached("text/xml", "a.xml", String.format(CDA, "11490-0", "<structuredBody/>"));
        assertThat(three.type()).isEqualTo(DocumentType.CDA_N3);
        assertThat(three.flags()).containsExactly(Flags.LIAISON);
    }

    @Test
    void cda_level_one_without_a_pdf_inside_is_flagged() throws IOException {
        String body =
                "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">TVqQAAMAAAA</text></nonXMLBody>";
        assertThat(attached("a.xml", String.format(CDA, "11502-2", body)).flags())
                .containsExactly(Flags.TYPE_DIFFERS);
    }

    @Test
    void clinical_document_of_another_namespace_is_not_cda() throws IOException {
        assertThat(attached("a.xml", "<ClinicalDocument><component><structuredBody/></component></ClinicalDocument>")
                        .type())
                .isEqualTo(DocumentType.OTHER);
    }

    @Test
    void cda_nested_in_a_stylesheet_is_recognised_and_the_stylesheet_not_run() throws IOException {
        String xsl = "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:variable name=\"d\">"
                + String.format(CDA, "11502-2", "<structuredBody/>") + "</xsl:variable></xsl:stylesheet>";
        assertThat(attached("a.xml", xsl).type()).isEqualTo(DocumentType.CDA_AUTOPRESENTABLE);
    }

    @Test
    void test_message_of_hprim_xml_says_so() throws IOException {
        String xml =
                "<evenementsPMSI xmlns=\"http://www.hprim.org/hprimXML\"><enteteMessage modeTraitement=\"test\"/></evenementsPMSI>";
        assertThat(attached("a.xml", xml).flags()).containsExactly(Flags.TEST_MODE);
    }

    @Test
    void xdm_archive_is_recognised_by_its_metadata_whatever_the_case_and_separators() throws IOException {
        byte[] metadata =
                Mail.bytes("<r:SubmitObjectsRequest xmlns:r=\"urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0\"/>");
        byte[] document = Mail.bytes(String.format(CDA, "18761-7", "<structuredBody/>"));
        for (String folder : new String[] {"IHE_XDM/SUBSET01/", "envoi\\ihe_xdm\\subset01\\", "SUBSET01"}) {
            byte[] zip = Mail.zip(
                    "INDEX.HTM",
                    Mail.bytes("<html/>"),
                    folder + "METADATA.xml",
                    metadata,
                    folder + "DOC1.XML",
                    document);
            Recognition found = Mail.withText("x").attach("lot.zip", zip).recognised();
            assertThat(found.main().orElseThrow().type()).isEqualTo(DocumentType.XDM);
            assertThat(found.keywords()).containsExactly("XDM", "CDA", "LETTRE");
        }
    }

    @Test
    void document_inside_an_hl7_message_is_listed() throws IOException {
        String cda = Base64.getEncoder().encodeToString(Mail.bytes(String.format(CDA, "11502-2", "<structuredBody/>")));
        String hl7 =
                "\u000bMSH|^~\\&|A|B|C|D|2026||ORU^R01^ORU_R01|1|P|2.5\rPID|||1\rOBX|1|ED|11502-2^CR||^TEXT^XML^Base64^"
                        + cda + "||||||F\r";
        Recognition found = Mail.withText("x").attach("m.hl7", Mail.bytes(hl7)).recognised();
        assertThat(found.documents())
                .extracting(RecognisedDocument::type)
                .containsExactly(DocumentType.HL7_V2, DocumentType.CDA_N3);
        assertThat(found.documents().get(0).title()).contains("ORU^R01^ORU_R01");
    }

    @Test
    void hprim_sante_with_a_separator_too_many_and_a_start_mark_is_recognised() throws IOException {
        RecognisedDocument document =
                attached("f.hpr", "RESULTAT.HPR\r\n\u0002H||^~\\&||LABO||ORU|||MED||T|H2.1~C|2026\r\nP|1\r\nP|2\r\n");
        assertThat(document.type()).isEqualTo(DocumentType.HPRIM_SANTE);
        assertThat(document.flags()).containsExactly(Flags.SEVERAL_MESSAGES, Flags.INCOMPLETE, Flags.TEST_MODE);
    }

    @Test
    void liaison_letter_in_text_needs_more_than_its_title() throws IOException {
        String letter =
                "Lettre de liaison à la sortie\n\nCher confrère,\nMotif d’hospitalisation : douleur\nSuites à donner : aucune\n";
        RecognisedDocument document = attached("lettre.txt", letter);
        assertThat(document.type()).isEqualTo(DocumentType.LIAISON_LETTER);
        assertThat(document.title()).contains("Lettre de liaison à la sortie");
        assertThat(attached("lettre.txt", "Lettre de liaison\nà venir").type()).isEqualTo(DocumentType.OTHER);
        String rtf = "{\\rtf1 Lettre de sortie\\par Ch\\'e8re cons\\'9cur,\\par Traitement de sortie : rien\\par}";
        assertThat(attached("lettre.rtf", rtf).type()).isEqualTo(DocumentType.LIAISON_LETTER);
    }

    @Test
    void pdf_letter_is_told_by_its_own_title_or_its_conventional_name() throws IOException {
        String pdf = "%%PDF-1.4\n1 0 obj<</Producer(x)/Title(%s)>>endobj\n%%%%EOF\n";
        RecognisedDocument titled = attached("application/pdf", "a.pdf", String.format(pdf, "Lettre de liaison"));
        assertThat(titled.type()).isEqualTo(DocumentType.LIAISON_LETTER);
        RecognisedDocument named =
                attached("application/pdf", "20260401_LETTRE-DE-LIAISON_DUPONTEST_ZOE.pdf", String.format(pdf, "x"));
        assertThat(named.type()).isEqualTo(DocumentType.LIAISON_LETTER);
        RecognisedDocument plain = attached("application/pdf", "a.pdf", String.format(pdf, "Scanner"));
        assertThat(plain.type()).isEqualTo(DocumentType.PDF);
        assertThat(plain.flags()).isEmpty();
    }
}
