package fr.sceau.mailets.delivery;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.support.Mails;
import java.lang.reflect.Proxy;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.transport.mailets.LocalDelivery;
import org.apache.james.user.api.UsersRepository;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.Test;

final class IntoMailboxTest {
    private interface Answer {
        Object of(String method);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Answer answer) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer.of(method.getName()));
    }

    @Test
    void database_outage_is_thrown_with_the_mail_as_it_was_and_makes_no_other_mail() throws Exception {
        MailboxManager away = proxy(MailboxManager.class, method -> {
            throw new IllegalStateException("database stopped");
        });
        FakeMailContext context = FakeMailContext.defaultContext();
        IntoMailbox step = new IntoMailbox(
                new LocalDelivery(
                        proxy(UsersRepository.class, method -> Username.of(CLAIRE)),
                        away,
                        proxy(
                                MetricFactory.class,
                                method -> proxy(org.apache.james.metrics.api.Metric.class, name -> ""))),
                new LargeMailGate());
        step.init(FakeMailetConfig.builder().mailetContext(context).build());
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE);

        assertThatThrownBy(() -> step.service(mail)).hasMessageContaining("database stopped");
        assertThat(mail.getState()).isEqualTo(Mail.DEFAULT);
        assertThat(MailFacts.of(mail).submitted()).isPresent();
        assertThat(context.getSentMails()).isEmpty();
    }
}
