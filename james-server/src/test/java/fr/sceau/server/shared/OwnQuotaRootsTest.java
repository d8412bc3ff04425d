package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.server.StoreMapperFactory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSession.SessionType;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.FakeAuthenticator;
import org.apache.james.mailbox.store.FakeAuthorizator;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OwnQuotaRootsTest {
    private static final Username CLAIRE = Username.of("claire@exemple.test");
    private static final Username LEILA = Username.of("leila@exemple.test");

    private final StoreMapperFactory mappers = new StoreMapperFactory(TestPostgres.fresh(), Clock.systemUTC());
    private final OwnQuotaRoots roots = new OwnQuotaRoots(
            new SessionProviderImpl(new FakeAuthenticator(), FakeAuthorizator.defaultReject()), mappers);

    @BeforeEach
    void claire_has_an_inbox() {
        mappers.getMailboxMapper(session(CLAIRE, SessionType.User))
                .create(MailboxPath.inbox(CLAIRE), UidValidity.of(1))
                .block();
    }

    private static MailboxSession session(Username user, SessionType type) {
        return new MailboxSession(
                MailboxSession.SessionId.of(7), user, Optional.of(user), List.of(), AccountSessions.DELIMITER, type);
    }

    /** GETQUOTA answers whoever may read one of these. */
    private long mailboxes(MailboxSession session) {
        return roots.retrieveAssociatedMailboxes(roots.forUser(CLAIRE), session)
                .toStream()
                .count();
    }

    @Test
    void nobody_else_is_told_what_a_quota_root_counts() {
        assertThat(mailboxes(session(CLAIRE, SessionType.User))).isEqualTo(1);
        assertThat(mailboxes(session(LEILA, SessionType.User))).isZero();
        assertThat(mailboxes(session(LEILA, SessionType.System))).isEqualTo(1);
    }
}
