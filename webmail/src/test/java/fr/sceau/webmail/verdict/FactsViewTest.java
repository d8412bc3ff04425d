package fr.sceau.webmail.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import fr.sceau.webmail.mailbox.Correspondent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsViewTest {
    private static final Origin PARTNER = new Origin.Operator("partenaire.mssante.test", "CN=partenaire");

    private static FactsView view(String code, String from) {
        MessageFacts facts = new MessageFacts(PARTNER, code, Optional.empty(), Seal.CLEAR);
        return FactsView.of(facts, Optional.of(new Correspondent("Dr Claire Martin", from)));
    }

    @Test
    void unsigned_mail_under_the_operators_own_domain_is_usual() {
        assertThat(view("unsigned", "Docteur@PARTENAIRE.mssante.test").code()).isEqualTo("unsigned");
    }

    @Test
    void operator_vouches_for_no_sender_of_another_domain() {
        FactsView forged = view("unsigned", "claire.martin@exemple.mssante.test");

        assertThat(forged.code()).isEqualTo("unsigned.sender-mismatch");
        assertThat(forged.sentence()).contains("partenaire.mssante.test").doesNotContain("habituel");
        assertThat(view("unsigned", "faux@xpartenaire.mssante.test").code()).isEqualTo("unsigned.sender-mismatch");
    }

    @Test
    void notice_stands_beside_the_verdict() {
        MessageFacts facts = new MessageFacts(PARTNER, "trusted", Optional.of("x"), Seal.CLEAR, true);
        FactsView view = FactsView.of(facts, Optional.empty());
        assertThat(view.code()).isEqualTo("trusted");
        assertThat(view.notice().orElseThrow()).contains("destinataires que l'expéditeur a signés");
        assertThat(view("trusted", "claire.martin@exemple.mssante.test").notice())
                .isEmpty();
    }

    @Test
    void verdict_about_a_signature_stays_as_it_is() {
        assertThat(view("trusted", "claire.martin@exemple.mssante.test").code()).isEqualTo("trusted");
    }
}
