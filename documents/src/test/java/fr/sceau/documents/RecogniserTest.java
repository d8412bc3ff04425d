package fr.sceau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RecogniserTest {
    private static final String HEADER =
            "X12345\nDUPONTEST\nZOE\n1 RUE DU TEST\n\n75001 PARIS\n01/02/1970\n\nD77\n03/04/2026\n"
                    + "LAB       Laboratoire\n.         Claire.MARTIN\n\n";
    private static final String RESULTS = "Glycemie 1.0 g/L\n****LAB****\nRES|Glycemie|GLU|N|1.0|g/L|0.7|1.1||F\n"
            + "****FIN****\n****FINFICHIER****\n";

    private static RecognisedDocument attached(String type, String name, String content) throws IOException {
        return Mail.withText("Bonjour")
                .attachAs(type, name, Mail.bytes(content))
                .onlyDocument();
    }

    private static RecognisedDocument attached(String name, String content) throws IOException {
        return attached("application/octet-stream", name, content);
    }

    @Test
    void hprim_in_the_body_itself_is_recognised() throws IOException {
        Recognition found = Mail.recognise(Mail.head() + "\r\n" + (HEADER + RESULTS).replace("\n", "\r\n"));
        assertThat(found.keywords()).containsExactly("HPRIM");
        assertThat(found.main().orElseThrow().part()).isEqualTo("1");
        assertThat(found.main().orElseThrow().flags()).isEmpty();
    }

    @Test
    void ordinary_prose_is_no_document() throws IOException {
        assertThat(Mail.withText("Cher confrère,\r\nVeuillez trouver ci-joint la lettre de liaison.")
                        .recognised()
                        .documents())
                .isEmpty();
    }

    @Test
    void extension_decides_nothing() throws IOException {
        RecognisedDocument fake = attached("application/pdf", "compte-rendu.pdf", HEADER + RESULTS);
        assertThat(fake.type()).isEqualTo(DocumentType.HPRIM_MEDECIN);
        assertThat(fake.flags()).containsExactly(Flags.TYPE_DIFFERS);
        assertThat(attached("resultat.hpr", "Bonjour").type()).isEqualTo(DocumentType.OTHER);
    }

    @Test
    void encrypted_contents_are_said_to_be_not_inspectable() throws IOException {
        assertThat(attached("doc.pdf.apz", "xxxx").type()).isEqualTo(DocumentType.APICRYPT);
        assertThat(Mail.withText("$APICRYPT\r\nabcdef").onlyDocument().type()).isEqualTo(DocumentType.APICRYPT);
        RecognisedDocument sealed = attached("application/pkcs7-mime; smime-type=enveloped-data", "smime.p7m", "0x");
        assertThat(sealed.type()).isEqualTo(DocumentType.OTHER);
        assertThat(sealed.flags()).containsExactly(Flags.NOT_INSPECTABLE);
    }

    @Test
    void signed_content_is_walked_and_the_signature_is_no_document() throws IOException {
        String raw = Mail.head()
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=s\r\n\r\n--s\r\n"
                + Mail.withText("x")
                        .attach("r.hpr", Mail.bytes(HEADER + RESULTS))
                        .raw()
                        .replace(Mail.head(), "")
                + "\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--s--\r\n";
        Recognition found = Mail.recognise(raw);
        assertThat(found.documents()).extracting(RecognisedDocument::part).containsExactly("1.2");
        assertThat(found.keywords()).containsExactly("HPRIM");
    }

    @Test
    void document_in_a_forwarded_message_has_its_section_number() throws IOException {
        String forwarded = "Content-Type: message/rfc822\r\n\r\n"
                + Mail.withText("x").attach("r.hpr", Mail.bytes(RESULTS)).raw().replace("b1", "b2");
        assertThat(Mail.withText("voir").part(forwarded).onlyDocument().part()).isEqualTo("2.2");
        String single = "Content-Type: message/rfc822\r\n\r\n" + Mail.head() + "\r\n" + HEADER + RESULTS;
        assertThat(Mail.withText("voir").part(single).onlyDocument().part()).isEqualTo("2.1");
    }

    @Test
    void programs_are_flagged_by_content_or_last_extension() throws IOException {
        assertThat(attached("lettre.pdf", "MZ\u0000").flags()).containsExactly(Flags.EXECUTABLE, Flags.TYPE_DIFFERS);
        assertThat(attached("lettre.pdf.js", "alert(1)").flags()).containsExactly(Flags.EXECUTABLE);
    }

    @Test
    void file_names_are_decoded_and_made_safe_to_show() throws IOException {
        String encoded = "Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n"
                + " filename*0*=UTF-8''..%2F%E2%80%AEr%C3%A9sultat;\r\n filename*1*=%0D%0A.txt\r\n\r\nBonjour";
        assertThat(Mail.withText("x").part(encoded).onlyDocument().fileName()).contains("résultat.txt");
        String words = "Content-Type: text/plain; name=\"=?utf-8?Q?r=C3=A9sultat.txt?=\"\r\n\r\nBonjour";
        assertThat(Mail.withText("x").part(words).onlyDocument().fileName()).contains("résultat.txt");
    }

    @Test
    void most_telling_document_names_the_message() throws IOException {
        Recognition found = Mail.withText("x")
                .attach("a.pdf", Mail.bytes("%PDF-1.4\n%%EOF"))
                .attach("b.hpr", Mail.bytes(RESULTS))
                .recognised();
        assertThat(found.main().orElseThrow().type()).isEqualTo(DocumentType.HPRIM_MEDECIN);
        assertThat(found.keywords()).containsExactly("PDF", "HPRIM");
        assertThat(new Recognition(java.util.List.of()).main()).isEmpty();
    }
}
