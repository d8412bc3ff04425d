package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import java.util.Iterator;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.api.model.User;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts as James' mail flow reads them: a user is a mailbox. Accounts are written by {@link JdbcAccounts} alone. */
@Singleton
public final class AccountUsers implements UsersRepository {
    private final JdbcAccounts accounts;

    @Inject
    public AccountUsers(JdbcAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean contains(Username name) throws UsersRepositoryException {
        return ask(() -> accounts.mailbox(name.asString()).isPresent());
    }

    @Override
    public Publisher<Boolean> containsReactive(Username name) {
        return Mono.fromCallable(() -> contains(name));
    }

    @Override
    public boolean test(Username name, String password) throws UsersRepositoryException {
        return ask(() -> accounts.authenticate(name.asString(), password).isPresent());
    }

    @Override
    public int countUsers() throws UsersRepositoryException {
        return ask(() -> accounts.mailboxes().size());
    }

    @Override
    public Iterator<Username> list() throws UsersRepositoryException {
        return ask(() -> accounts.mailboxes().stream().map(Username::of).iterator());
    }

    @Override
    public Publisher<Username> listReactive() {
        return Flux.defer(() -> Flux.fromIterable(accounts.mailboxes()).map(Username::of));
    }

    @Override
    public boolean supportVirtualHosting() {
        return true;
    }

    @Override
    public MailAddress getMailAddressFor(Username username) throws UsersRepositoryException {
        try {
            return username.asMailAddress();
        } catch (javax.mail.internet.AddressException e) {
            throw new UsersRepositoryException("not an address", e);
        }
    }

    @Override
    public boolean isAdministrator(Username username) {
        return false;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public void addUser(Username username, String password) throws UsersRepositoryException {
        throw readOnly();
    }

    @Override
    public User getUserByName(Username name) throws UsersRepositoryException {
        throw readOnly();
    }

    @Override
    public void updateUser(User user) throws UsersRepositoryException {
        throw readOnly();
    }

    @Override
    public void removeUser(Username name) throws UsersRepositoryException {
        throw readOnly();
    }

    private static UsersRepositoryException readOnly() {
        return new UsersRepositoryException("accounts are changed by the mailbox command");
    }

    private static <T> T ask(Supplier<T> question) throws UsersRepositoryException {
        try {
            return question.get();
        } catch (AccountsUnavailable e) {
            throw new UsersRepositoryException("accounts are not available", e);
        }
    }
}
