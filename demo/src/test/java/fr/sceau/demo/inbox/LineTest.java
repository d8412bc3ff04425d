package fr.sceau.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class LineTest {
    private static final String US = "exemple.mssante.test";

    private static String signature(String code, String... keywords) throws Exception {
        MessageFacts facts = new MessageFacts(
                new Origin.Operator("partenaire.mssante.test", "CN=x"), code, Optional.of("x"), Seal.CLEAR);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setHeader("From", "a@b.test");
        message.setHeader("Subject", "essai");
        message.setHeader("Authentication-Results", facts.toHeaderValue(US));
        Flags flags = new Flags();
        for (String keyword : keywords) {
            flags.add(keyword);
        }
        message.setFlags(flags, true);
        return Line.of("claire@b.test", message, US).signature();
    }

    @Test
    void later_verdict_stands_in_the_place_of_the_one_that_waited() throws Exception {
        String judged = MessageFacts.JUDGED_KEYWORD;
        assertThat(signature("pending", judged)).isEqualTo("pending");
        assertThat(signature("pending", judged, MessageFacts.CONFIRMED_KEYWORD)).isEqualTo("trusted");
        assertThat(signature("pending", judged, MessageFacts.REVOKED_KEYWORD)).isEqualTo("untrusted.revoked");
        assertThat(signature("pending", MessageFacts.CONFIRMED_KEYWORD)).isEqualTo("?");
    }
}
