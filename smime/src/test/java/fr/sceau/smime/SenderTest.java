package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.testpki.Issued;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the signer is the sender. */
class SenderTest {
    private final World world;

    SenderTest(@TempDir Path trust) {
        this.world = new World(trust);
    }

    private String code(String message) throws Exception {
        return world.verify(message).code();
    }

    @Test
    void signer_who_is_not_the_sender_is_untrusted() throws Exception {
        assertThat(code(World.signed(World.LABORATORY_SIGNATURE, Mails.DOCTOR)))
                .isEqualTo("untrusted.structure-mismatch");
    }

    @Test
    void sender_field_that_names_neither_signer_nor_author_explains_nothing() throws Exception {
        String field = "Sender: " + Mails.LABORATORY + "\r\n";
        assertThat(code(field + World.signed(World.PAUL_SIGNATURE, Mails.DOCTOR)))
                .isEqualTo("untrusted.sender-mismatch");
    }

    @Test
    void sender_that_the_directory_does_not_know_is_untrusted() throws Exception {
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, "autre@exemple.mssante.test")))
                .isEqualTo("untrusted.sender-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: " + Mails.DOCTOR + "\r\n",
                "From : faux@exemple.mssante.test\r\n",
                "ceci n'est pas un champ\r\n",
                "X-A: b\rFrom: faux@exemple.mssante.test\r\n"
            })
    void second_sender_or_unclear_header_is_untrusted(String added) throws Exception {
        String signed = World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR);
        assertThat(code(added + signed)).isEqualTo("untrusted.from-unclear");
    }

    @Test
    void list_of_senders_is_untrusted() throws Exception {
        String two = Mails.DOCTOR + ", " + Mails.LABORATORY;
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, two))).isEqualTo("untrusted.from-unclear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Mails.LABORATORY + "(a)[ <" + Mails.DOCTOR + "> (]",
                Mails.LABORATORY + "(a)[ <" + Mails.DOCTOR + "> (])",
                Mails.LABORATORY + " <" + Mails.DOCTOR + ">",
                "<" + Mails.DOCTOR + "> (cabinet"
            })
    void field_that_another_reader_takes_for_another_sender_is_untrusted(String from) throws Exception {
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, from))).isEqualTo("untrusted.from-unclear");
    }

    @ParameterizedTest
    @ValueSource(strings = {Mails.DOCTOR + " <" + Mails.DOCTOR + ">", "Dr Martin [CHU] <" + Mails.DOCTOR + ">"})
    void words_before_the_address_may_be_quoted_or_the_address_itself(String from) throws Exception {
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, from))).isEqualTo("trusted");
    }

    @Test
    void display_name_and_case_do_not_matter() throws Exception {
        String from = "\"Martin, Claire\" (cabinet) <Claire.Martin@EXEMPLE.mssante.test>";
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, from))).isEqualTo("trusted");
    }

    @Test
    void every_signer_counts() throws Exception {
        Issued rogue = World.ROGUE.person(World.DOCTOR_ID, "MARTIN", "CLAIRE").signature();
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE, rogue))))
                .isEqualTo("untrusted.no-trusted-path");
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE, World.LABORATORY_SIGNATURE))))
                .isEqualTo("untrusted.structure-mismatch");
    }
}
