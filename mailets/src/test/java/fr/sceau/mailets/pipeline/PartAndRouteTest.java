package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import java.nio.file.Path;
import java.util.List;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mail for each copy that may differ, and where each goes. */
final class PartAndRouteTest {
    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    @Test
    void mail_is_parted_where_copies_may_differ_and_only_there() throws Exception {
        FakeMailContext context = FakeMailContext.defaultContext();
        PartWhereCopiesDiffer step = new PartWhereCopiesDiffer(
                world.configuration,
                new Sealing(
                        world.configuration, world.accounts, world.policies("nomme.partenaire.test\t-\twhen-declared")),
                world.verification);
        step.init(FakeMailetConfig.builder().mailetContext(context).build());
        String other = "autre@partenaire.mssante.test";
        String named = "x@nomme.partenaire.test";
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE, PARTNER, PAUL, other, named);

        step.service(mail);

        assertThat(mail.getRecipients()).extracting(Object::toString).containsExactly(CLAIRE);
        assertThat(context.getSentMails())
                .extracting(sent ->
                        sent.getRecipients().stream().map(Object::toString).toList())
                .containsExactly(List.of(PAUL), List.of(named), List.of(PARTNER, other));
        assertThat(context.getSentMails())
                .allSatisfy(sent -> assertThat(sent.getState()).isEqualTo("root"));
    }

    @Test
    void route_sends_nothing_outside_the_trust_space() throws Exception {
        assertThat(routed(CLAIRE)).isEqualTo("local");
        assertThat(routed(PARTNER)).isEqualTo("remote");
        assertThat(routed("x@gmail.com")).isEqualTo("outside");
        assertThat(routed(PARTNER, "x@gmail.com")).isEqualTo("outside");
    }

    private String routed(String... recipients) throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), recipients);
        new Route(world.configuration, world.operators).service(mail);
        return mail.getState();
    }
}
