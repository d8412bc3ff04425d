package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.smime.facts.Origin;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequeueLaterTest {
    @TempDir
    Path folder = Path.of("");

    private final FakeMailContext context = FakeMailContext.defaultContext();
    private final List<String> parked = new ArrayList<>();
    private boolean repositoryAway;
    private Mail mail = MailImpl.builder().name("none").build();

    @BeforeEach
    void start() throws Exception {
        mail = Mails.mail(Mails.clear(LAB, CLAIRE), LAB, CLAIRE);
        MailFacts.of(mail).origin(new Origin.Submitted(LAB, LAB));
    }

    /** Every message to the repository is either stored or refused; nothing else of it is used. */
    private MailRepositoryStore store() {
        MailRepository repository = proxy(MailRepository.class, arguments -> {
            if (repositoryAway) {
                throw new MessagingException("disk full");
            }
            parked.add(((Mail) arguments[0]).getName());
            return null;
        });
        return proxy(MailRepositoryStore.class, arguments -> repository);
    }

    private interface Call {
        @Nullable
        Object answer(Object[] arguments) throws Exception;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Call call) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.answer(arguments));
    }

    private RequeueLater step(String attempts) throws Exception {
        RequeueLater step = new RequeueLater(store(), new Trace(folder, Clock.systemUTC()));
        step.init(FakeMailetConfig.builder()
                .mailetContext(context)
                .setProperty("firstDelay", "2")
                .setProperty("longestDelay", "30")
                .setProperty("attempts", attempts)
                .setProperty("repository", "postgres://parked")
                .build());
        return step;
    }

    private List<Long> delays() {
        return context.getSentMails().stream()
                .map(sent -> sent.getDelay().orElseThrow())
                .map(delay -> TimeUnit.SECONDS.convert(delay.getDuration(), delay.getTimeUnit()))
                .toList();
    }

    @Test
    void failed_mail_starts_again_after_a_delay_that_grows_to_its_limit() throws Exception {
        RequeueLater step = step("100");
        for (int i = 0; i < 7; i++) {
            step.service(mail);
            assertThat(mail.getState()).isEqualTo(Mail.GHOST);
        }
        assertThat(delays()).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(context.getSentMails()).allSatisfy(sent -> {
            assertThat(sent.getState()).isEqualTo("root");
            assertThat(sent.getRecipients()).extracting(Object::toString).containsExactly(CLAIRE);
        });
        assertThat(MailFacts.of(mail).submitted()).as("facts travel on").isPresent();
        assertThat(Mails.bytes(mail)).isEqualTo(Mails.clear(LAB, CLAIRE));
        assertThat(parked).isEmpty();
    }

    @Test
    void after_its_last_attempt_it_is_parked_and_traced() throws Exception {
        RequeueLater step = step("3");
        for (int i = 0; i < 3; i++) {
            step.service(mail);
        }
        assertThat(delays()).hasSize(2);
        assertThat(parked).containsExactly(mail.getName());
        try (var files = Files.list(folder)) {
            assertThat(Files.readString(files.findFirst().orElseThrow())).contains("\"event\":\"parked\"");
        }
    }

    @Test
    void it_stays_in_the_queue_when_it_cannot_be_parked() throws Exception {
        repositoryAway = true;
        RequeueLater step = step("1");
        step.service(mail);
        assertThat(parked).isEmpty();
        assertThat(context.getSentMails()).hasSize(1);
    }

    @Test
    void delay_never_overflows_however_often_it_failed() throws Exception {
        RequeueLater step = step("9999");
        for (int i : IntStream.range(0, 200).toArray()) {
            step.service(mail);
            assertThat(delays().get(i)).isBetween(2L, 30L);
        }
    }

    @Test
    void configuration_without_a_number_fails_at_start() {
        assertThatThrownBy(() -> step("beaucoup")).hasMessageContaining("attempts must be a positive number");
    }
}
