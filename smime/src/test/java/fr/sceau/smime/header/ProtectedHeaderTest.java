package fr.sceau.smime.header;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtectedHeaderTest {
    private static Header header(String text) {
        try {
            return Header.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ProtectedHeader cipher() {
        return ProtectedHeader.of(
                        header("From: a@b.test\r\nSubject: Mme\r\n DURAND\r\nTo: c@d.test\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: text/plain; hp=\"cipher\"\r\nHP-Outer: From: a@b.test\r\n"
                                + "HP-Outer: Subject: [...]\r\nHP-Outer: To:\r\n c@d.test\r\n\r\n"))
                .orElseThrow();
    }

    @Test
    void protected_fields_are_told_with_what_the_sender_left_outside() {
        ProtectedHeader header = cipher();
        assertThat(header.intent()).isEqualTo(ProtectedHeader.Intent.CIPHER);
        assertThat(header.subject()).contains("Mme DURAND");
        assertThat(header.fields().fields()).hasSize(3);
        assertThat(header.outer().value("subject")).contains("[...]");
    }

    @Test
    void hidden_is_what_reads_otherwise_outside() {
        assertThat(cipher().hides("Subject")).isTrue();
        assertThat(cipher().hides("From")).isFalse();
        assertThat(cipher().hides("To")).isFalse();
    }

    @Test
    void signed_mail_hides_nothing() {
        ProtectedHeader header = ProtectedHeader.of(
                        header("Subject: x\r\nContent-Type: text/plain; hp=clear\r\nHP-Outer: Subject: y\r\n\r\n"))
                .orElseThrow();
        assertThat(header.intent()).isEqualTo(ProtectedHeader.Intent.CLEAR);
        assertThat(header.hides("Subject")).isFalse();
        assertThat(header.outer().fields()).isEmpty();
    }

    @Test
    void fields_of_an_entity_that_does_not_say_so_are_not_protected() {
        assertThat(ProtectedHeader.of(header("Subject: x\r\nContent-Type: text/plain\r\n\r\n")))
                .isEmpty();
        assertThat(ProtectedHeader.of(header("Subject: x\r\nContent-Type: text/plain; hp=other\r\n\r\n")))
                .isEmpty();
        assertThat(ProtectedHeader.of(header("Subject: x\r\nContent-Type: text/plain; hp=clear; hp=cipher\r\n\r\n")))
                .isEmpty();
    }

    @Test
    void scheme_before_the_standard_protects_and_states_nothing() {
        ProtectedHeader header = ProtectedHeader.of(
                        header("Subject: x\r\nContent-Type: text/plain; protected-headers=v1\r\n\r\n"))
                .orElseThrow();
        assertThat(header.intent()).isEqualTo(ProtectedHeader.Intent.UNSTATED);
        assertThat(header.subject()).contains("x");
        assertThat(header.hides("Subject")).isFalse();
        assertThat(ProtectedHeader.of(header("Subject: x\r\nContent-Type: text/plain; protected-headers=v2\r\n\r\n")))
                .isEmpty();
    }

    @Test
    void header_that_is_unclear_protects_nothing() {
        assertThat(ProtectedHeader.of(header("no field\r\nContent-Type: text/plain; hp=clear\r\n\r\n")))
                .isEmpty();
        assertThat(ProtectedHeader.of(
                        header("Content-Type: text/plain; hp=clear\r\nContent-Type: text/plain; hp=clear\r\n\r\n")))
                .isEmpty();
    }

    @Test
    void what_was_left_outside_without_a_name_is_nothing() {
        ProtectedHeader header = ProtectedHeader.of(header("Subject: x\r\nContent-Type: text/plain; hp=cipher\r\n"
                        + "HP-Outer: : x\r\nHP-Outer: Subject\r\nHP-Outer: a:b\r\n\r\n"))
                .orElseThrow();
        assertThat(header.outer().fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("a");
            assertThat(header.outer().value("a")).contains("b");
        });
    }

    @Test
    void two_subjects_are_none() {
        assertThat(ProtectedHeader.of(header("Subject: x\r\nSubject: y\r\nContent-Type: text/plain; hp=clear\r\n\r\n"))
                        .orElseThrow()
                        .subject())
                .isEmpty();
    }

    @Test
    void legacy_display_is_recognised_and_left_away() {
        ContentType marked = ContentType.of(header("Content-Type: text/plain; hp-legacy-display=\"1\"\r\n\r\n"));
        assertThat(LegacyDisplay.isMarked(marked)).isTrue();
        assertThat(LegacyDisplay.isMarked(ContentType.of(header("Content-Type: text/plain\r\n\r\n"))))
                .isFalse();
        assertThat(LegacyDisplay.without("Subject: x\r\nTo: y\r\n\r\nBonjour\r\n\r\nfin"))
                .isEqualTo("Bonjour\r\n\r\nfin");
        assertThat(LegacyDisplay.without("Bonjour\nfin")).isEqualTo("Bonjour\nfin");
        assertThat(LegacyDisplay.isWhole(
                        ContentType.of(header("Content-Type: text/rfc822-headers; protected-headers=v1\r\n\r\n"))))
                .isTrue();
    }

    @Test
    void other_marks_are_no_legacy_display() {
        assertThat(LegacyDisplay.isMarked(
                        ContentType.of(header("Content-Type: text/plain; hp-legacy-display=\"0\"\r\n\r\n"))))
                .isFalse();
        assertThat(LegacyDisplay.isWhole(
                        ContentType.of(header("Content-Type: text/plain; protected-headers=v1\r\n\r\n"))))
                .isFalse();
        assertThat(LegacyDisplay.isWhole(ContentType.of(header("Content-Type: text/rfc822-headers\r\n\r\n"))))
                .isFalse();
    }

    @Test
    void legacy_display_ends_at_the_first_empty_line_wherever_it_is() {
        assertThat(LegacyDisplay.without("\nBonjour")).isEqualTo("Bonjour");
        assertThat(LegacyDisplay.without("x\n\n")).isEmpty();
        assertThat(LegacyDisplay.without("x\n")).isEqualTo("x\n");
        assertThat(LegacyDisplay.without("")).isEmpty();
    }

    @Test
    void mail_that_went_where_it_says_is_as_announced() {
        Header signed = header("To: x@b.test\r\nCc: y@b.test\r\n\r\n");
        assertThat(Routing.compare(List.of("X@b.test"), signed).asAnnounced())
                .as("a copy for one of them")
                .isTrue();
        assertThat(Routing.compare(List.of("x@b.test", "z@b.test"), signed).asAnnounced())
                .isFalse();
    }

    @Test
    void who_got_it_is_compared_with_whom_it_names() {
        Header signed = header("To: \"Martin, Claire\" <Claire@b.test>,\r\n Equipe: x@b.test, <y@b.test>;\r\n"
                + "Cc: (secretaire, au 2e) z@b.test\r\n\r\n");
        Routing same = Routing.compare(List.of("claire@b.test", "x@b.test", "y@b.test", "Z@b.test"), signed);
        assertThat(same).isEqualTo(new Routing(List.of(), List.of(), true));
        Routing turned = Routing.compare(List.of("autre@b.test", "x@b.test"), signed);
        assertThat(turned.unannounced()).containsExactly("autre@b.test");
        assertThat(turned.absent()).containsExactly("claire@b.test", "y@b.test", "z@b.test");
        assertThat(turned.asAnnounced()).isFalse();
    }

    @Test
    void unclear_recipients_are_said_to_be_unclear() {
        assertThat(Routing.compare(List.of("x@b.test"), header("To: x@b.test, nobody\r\n\r\n"))
                        .asAnnounced())
                .isFalse();
        assertThat(Routing.compare(List.of("x@b.test"), header("Subject: x\r\n\r\n"))
                        .asAnnounced())
                .isFalse();
    }
}
