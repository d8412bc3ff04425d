package fr.sceau.smime.header;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where a patient's name goes when a mail is sealed, and where it comes back when it is opened. */
class ConfidentialFieldsTest {
    private static final String NEUTRAL = ConfidentialFields.NEUTRAL_SUBJECT.raw();

    private static Header header(String... lines) {
        String text = String.join("\r\n", lines) + "\r\n\r\n";
        try {
            return Header.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Header header) {
        return String.join("", header.fields().stream().map(HeaderField::raw).toList());
    }

    @Test
    void outside_nothing_about_the_content_is_seen() {
        Header mail = header("From: a@b.test", "SUBJECT: Mme DURAND", "Comments: x", "Keywords: y", "To: c@d.test");
        assertThat(text(ConfidentialFields.outside(mail)))
                .isEqualTo("From: a@b.test\r\n" + NEUTRAL + "To: c@d.test\r\n");
        assertThat(text(ConfidentialFields.inside(mail)))
                .isEqualTo("SUBJECT: Mme DURAND\r\nComments: x\r\nKeywords: y\r\n");
    }

    @Test
    void a_second_subject_is_hidden_too_and_one_neutral_subject_stands_for_both() {
        assertThat(text(ConfidentialFields.outside(header("Subject: a", "Subject: b"))))
                .isEqualTo(NEUTRAL);
    }

    @Test
    void what_was_hidden_comes_back_in_its_place() {
        Header outer = header("From: a@b.test", "Subject: neutre", "To: c@d.test");
        Header inner = header("Subject: Mme DURAND", "From: autre@b.test");
        assertThat(text(ConfidentialFields.restored(outer, inner)))
                .isEqualTo("From: a@b.test\r\nSubject: Mme DURAND\r\nTo: c@d.test\r\n");
    }

    @Test
    void a_hidden_subject_stands_for_every_subject_outside() {
        Header outer = header("Subject: a", "To: c@d.test", "subject: b");
        assertThat(text(ConfidentialFields.restored(outer, header("Subject: Mme DURAND"))))
                .isEqualTo("Subject: Mme DURAND\r\nTo: c@d.test\r\n");
    }

    @Test
    void what_had_no_place_outside_comes_back_at_the_end() {
        Header outer = header("Subject: neutre", "To: c@d.test");
        Header inner = header("Thread-Topic: Mme DURAND", "Subject: Mme DURAND", "Keywords: bilan");
        assertThat(text(ConfidentialFields.restored(outer, inner)))
                .isEqualTo("Subject: Mme DURAND\r\nTo: c@d.test\r\nThread-Topic: Mme DURAND\r\nKeywords: bilan\r\n");
    }

    @Test
    void of_two_hidden_subjects_neither_is_shown() {
        Header inner = header("Subject: Mme DURAND", "Subject: M. PETIT");
        assertThat(text(ConfidentialFields.restored(header("Subject: neutre"), inner)))
                .isEqualTo("Subject: neutre\r\n");
        assertThat(text(ConfidentialFields.restored(header("To: c@d.test"), inner)))
                .isEqualTo("To: c@d.test\r\n");
    }

    @Test
    void a_subject_that_was_not_hidden_stays() {
        assertThat(text(ConfidentialFields.restored(header("Subject: neutre"), header("To: c@d.test"))))
                .isEqualTo("Subject: neutre\r\n");
    }
}
