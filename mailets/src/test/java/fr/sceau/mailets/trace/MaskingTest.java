package fr.sceau.mailets.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import fr.sceau.mailets.KnownOutage;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailetcontainer.impl.ProcessorUtil;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "to <146026322000196@patient.mssante.fr>;, to <***@patient.mssante.fr>;",
        "to=146026322000196@Patient.MSSante.fr, to=***@Patient.MSSante.fr",
        "marie.dupont@patient.mssante.fr, ***@patient.mssante.fr",
        "INS 146026322000196 vu, INS *** vu",
        "INS 1 46 02 63 220 001 96 vu, INS *** vu",
        "INS 2840A, INS 2840A",
        "INS 284022A00112345, INS ***",
        "id284027600112345x, id***x"
    })
    void patient_identity_is_masked(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claire.martin@exemple.mssante.test",
                "Mail1732230000000-0b1c2d3e",
                "Mail1795300001234-56a0ba4c-1111-4c12-8a1b-000000000000",
                "postmaster@patient.example.fr",
                "99999999999999999999",
                "10000 ms, 2000 mails"
            })
    void other_text_is_left_alone(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Test
    void outage_that_is_known_is_one_line_of_the_log() throws Exception {
        Mail mail = Mails.mail(Mails.clear(World.LAB, World.CLAIRE), World.LAB, World.CLAIRE);
        ProcessorUtil.handleException(
                new KnownOutage("the mail waits"),
                mail,
                "Open",
                Mail.ERROR,
                LoggerFactory.getLogger(MaskingTest.class));

        String written = mail.getErrorMessage(); // and what James writes into the log
        assertThat(written.strip()).isEqualTo("Exception calling Open: the mail waits");
        assertThat(logged("x", written, new IllegalStateException("y")).lines().toList())
                .startsWith("Exception calling Open: the mail waits", "java.lang.IllegalStateException: y");
    }

    @Test
    void log_lines_and_texts_of_exceptions_are_masked() {
        Exception cause = new IllegalStateException("no mailbox 146026322000196@patient.mssante.fr");

        String line = logged(
                "x", "delivered to {}", new IllegalArgumentException("x", cause), "146026322000196@patient.mssante.fr");

        assertThat(line)
                .contains("delivered to ***@patient.mssante.fr", "no mailbox ***@patient.mssante.fr")
                .doesNotContain("146026322000196");
    }

    @Test
    void folders_that_people_name_after_patients_are_in_no_line_about_a_refused_command() {
        MailboxPath path = MailboxPath.forUser(Username.of("claire@exemple.test"), "Dupont, Marie: 1946");
        Exception cause = new MailboxNotFoundException(path);
        for (Exception failure : List.of(
                cause,
                new IllegalStateException("away", cause),
                new MailboxExistsException("Dupont,\r\nMarie: 1946\r\n1946"))) {
            assertThat(logged(
                            "org.apache.james.imap.processor.RenameProcessor",
                            "Rename from {} to {} of {} failed",
                            failure,
                            path,
                            "Dupont",
                            42))
                    .startsWith("Rename from *** to *** of 42 failed")
                    .contains(failure.getClass().getName(), "\tat " + MaskingTest.class.getName())
                    .doesNotContain("Dupont", "Marie", "1946");
        }
    }

    @Test
    void fault_of_a_mailbox_is_told_without_its_name_whoever_tells_it() {
        assertThat(logged("x", "refused", new MailboxExistsException("Dupont"))).doesNotContain("Dupont");
    }

    private static String logged(String logger, String message, Exception failure, Object... arguments) {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("maskedMsg", MaskingConverter::new);
        layout.getInstanceConverterMap().put("maskedEx", MaskingThrowableConverter::new);
        layout.setContext(context);
        layout.setPattern("%maskedMsg%n%maskedEx");
        layout.start();
        return layout.doLayout(
                new LoggingEvent("x", context.getLogger(logger), Level.ERROR, message, failure, arguments));
    }
}
