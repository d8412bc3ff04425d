package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.exception.BadCredentialsException;
import org.apache.james.mailbox.exception.ForbiddenDelegationException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxConstants;

/** Opens IMAP sessions: the box named by the login, with the person kept as the one who is logged in. */
@Singleton
public final class AccountSessions implements SessionProvider {
    private final JdbcAccounts accounts;
    private final AtomicLong numbers = new AtomicLong(System.nanoTime());

    @Inject
    public AccountSessions(JdbcAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public MailboxSession createSystemSession(Username user) {
        return session(user, Optional.empty(), MailboxSession.SessionType.System);
    }

    @Override
    public AuthorizationStep authenticate(Username login, String password) {
        return step(login, () -> Username.of(box(login, password)));
    }

    @Override
    public AuthorizationStep authenticate(Username login) {
        return step(login, () -> login);
    }

    private String box(Username login, String password) throws MailboxException {
        try {
            return accounts.authenticate(login.asString(), password).orElseThrow(BadCredentialsException::new);
        } catch (AccountsUnavailable e) {
            throw new MailboxException("accounts are not available", e);
        }
    }

    /** Opening somebody else's box by SASL authorisation identity is not offered: the login names the box. */
    private AuthorizationStep step(Username login, Box box) {
        return new AuthorizationStep() {
            @Override
            public MailboxSession as(Username other) throws MailboxException {
                throw new ForbiddenDelegationException(login, other);
            }

            @Override
            public MailboxSession withoutDelegation() throws MailboxException {
                return session(box.name(), Optional.of(login), MailboxSession.SessionType.User);
            }

            @Override
            public MailboxSession forMatchingUser(Predicate<Username> other) throws MailboxException {
                throw new ForbiddenDelegationException(login);
            }
        };
    }

    private MailboxSession session(Username user, Optional<Username> login, MailboxSession.SessionType type) {
        return new MailboxSession(
                MailboxSession.SessionId.of(numbers.incrementAndGet()),
                user,
                login,
                new ArrayList<>(),
                MailboxConstants.DEFAULT_DELIMITER,
                type);
    }

    private interface Box {
        Username name() throws MailboxException;
    }
}
