package fr.sceau.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.model.MailboxPath;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** James waits on threads of its own for answers of the store: they must not need those threads to be given. */
final class ManyAtOnceTest {
    private static final Username MARIE = Username.of("marie@cabinet.test");
    private static final MailboxPath INBOX = MailboxPath.inbox(MARIE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SceauMailboxManager manager = TestStore.open().getMailboxManager();
    private final MailboxSession session = manager.createSystemSession(MARIE);

    @Test
    void more_commands_wait_at_once_than_there_are_threads() throws Exception {
        manager.createMailbox(INBOX, session);
        assertThat(openAll(Schedulers.boundedElastic())).isEqualTo(300);
    }

    private long openAll(Scheduler waiting) {
        return Flux.range(0, 300)
                .flatMap(i -> Mono.fromCallable(this::open).subscribeOn(waiting), 300)
                .count()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private MessageManager.MailboxMetaData open() throws Exception {
        MessageManager box = manager.getMailbox(INBOX, session);
        box.getMailboxCounters(session);
        return box.getMetaData(
                MessageManager.MailboxMetaData.RecentMode.IGNORE,
                session,
                EnumSet.allOf(MessageManager.MailboxMetaData.Item.class));
    }
}
