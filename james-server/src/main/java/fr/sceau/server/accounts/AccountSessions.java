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

/**
 * Opens IMAP sessions. The session's user is always the person; what was typed stays beside it and says whether the session
 * shows the person's folders or those of one box ({@link fr.sceau.server.shared}).
 */
@Singleton
public final class AccountSessions implements SessionProvider {
    /** Between the names of folders. Not James' dot: addresses and people's folder names hold dots. */
    public static final char DELIMITER = '/';

    private final JdbcAccounts accounts;
    private final DelegationsInForce inForce;
    private final AtomicLong numbers = new AtomicLong(System.nanoTime());

    @Inject
    public AccountSessions(JdbcAccounts accounts, DelegationsInForce inForce) {
        this.accounts = accounts;
        this.inForce = inForce;
    }

    @Override
    public MailboxSession createSystemSession(Username user) {
        return session(user, Optional.empty(), MailboxSession.SessionType.System);
    }

    @Override
    public AuthorizationStep authenticate(Username login, String password) {
        return step(login, () -> check(login, password));
    }

    @Override
    public AuthorizationStep authenticate(Username login) {
        return step(login, () -> {});
    }

    /** Submission asks for more than a login; here a box has to be readable, or its login is none. */
    private void check(Username login, String password) throws MailboxException {
        try {
            String box = accounts.authenticate(login.asString(), password).orElseThrow(BadCredentialsException::new);
            String person = accounts.person(login.asString());
            if (!box.equals(person) && !inForce.shares(person, box).contains(Share.READ)) {
                throw new BadCredentialsException();
            }
        } catch (AccountsUnavailable e) {
            throw new MailboxException("accounts are not available", e);
        }
    }

    /** Opening somebody else's box by SASL authorisation identity is not offered: the login names the box. */
    private AuthorizationStep step(Username login, Check check) {
        return new AuthorizationStep() {
            @Override
            public MailboxSession as(Username other) throws MailboxException {
                throw new ForbiddenDelegationException(login, other);
            }

            @Override
            public MailboxSession withoutDelegation() throws MailboxException {
                check.run();
                Username person = Username.of(accounts.person(login.asString()));
                return session(person, Optional.of(login), MailboxSession.SessionType.User);
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
                DELIMITER,
                type);
    }

    private interface Check {
        void run() throws MailboxException;
    }
}
