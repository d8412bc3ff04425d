package fr.sceau.mailets.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void log_lines_and_texts_of_exceptions_are_masked() {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("maskedMsg", MaskingConverter::new);
        layout.getInstanceConverterMap().put("maskedEx", MaskingThrowableConverter::new);
        layout.setContext(context);
        layout.setPattern("%maskedMsg%n%maskedEx");
        layout.start();
        Exception cause = new IllegalStateException("no mailbox 146026322000196@patient.mssante.fr");

        String line = layout.doLayout(new LoggingEvent(
                "x",
                context.getLogger("x"),
                Level.ERROR,
                "delivered to {}",
                new IllegalArgumentException("x", cause),
                new Object[] {"146026322000196@patient.mssante.fr"}));

        assertThat(line)
                .contains("delivered to ***@patient.mssante.fr", "no mailbox ***@patient.mssante.fr")
                .doesNotContain("146026322000196");
    }
}
