package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.server.accounts.Account;
import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.server.accounts.Delegation;
import fr.sceau.server.accounts.Delegations;
import fr.sceau.server.accounts.DelegationsInForce;
import fr.sceau.server.accounts.JdbcAccounts;
import fr.sceau.server.accounts.SettableClock;
import fr.sceau.server.accounts.Share;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.server.RightsWithoutGroups;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UidValidity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A folder that stays open while the clock goes on. */
final class SharedFolderTest {
    private static final String SERVICE = "cardiologie@exemple.test";
    private static final String LEILA = "leila.benali@exemple.test";
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-06T00:00:00Z");

    private final Path trace;
    private final DataSource database = TestPostgres.fresh();
    private final SettableClock clock = new SettableClock(MONDAY);
    private final Delegations delegations = new Delegations(database);
    private final List<String> done = new ArrayList<>();
    private Mailbox stored = stored(MailboxACL.EMPTY);
    private final MailboxSession session = new MailboxSession(
            MailboxSession.SessionId.of(7),
            Username.of(LEILA),
            Optional.of(Username.of(LEILA)),
            List.of(),
            AccountSessions.DELIMITER,
            MailboxSession.SessionType.User);

    SharedFolderTest(@TempDir Path trace) {
        this.trace = trace;
    }

    @BeforeEach
    void create() {
        JdbcAccounts accounts = new JdbcAccounts(database, delegations, clock);
        LocalMailbox box = new LocalMailbox(SERVICE, Kind.ORG, Custody.OPERATOR, false, "");
        accounts.save(new Account(LEILA, "Leïla", Optional.empty(), List.of()), Optional.empty());
        accounts.save(new Account(SERVICE, "Cardiologie", Optional.of(box), List.of()), Optional.empty());
    }

    private SharedFolder open(Share... shares) {
        delegations.put(new Delegation(SERVICE, LEILA, Set.of(shares), MONDAY, FRIDAY));
        return open(stored(MailboxACL.EMPTY));
    }

    private static Mailbox stored(MailboxACL acl) {
        Mailbox folder = new Mailbox(MailboxPath.inbox(Username.of(SERVICE)), UidValidity.of(1), new MailboxNumber(42));
        folder.setACL(acl);
        return folder;
    }

    private SharedFolder open(Mailbox folder) {
        stored = folder;
        Rights rights = new Rights(new DelegationsInForce(delegations, clock), new RightsWithoutGroups());
        MailboxPath shown = MailboxPath.forUser(Username.of(LEILA), "Partages/" + SERVICE);
        return new SharedFolder(store(), folder, shown, () -> stored, rights, new PersonTrace(new Trace(trace, clock)));
    }

    /** Behind the guard: does everything, for the owner. */
    private MessageManager store() {
        return (MessageManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MessageManager.class}, (proxy, method, arguments) -> {
                    MailboxSession by = (MailboxSession) arguments[arguments.length - 1];
                    done.add(method.getName() + " by " + by.getUser().asString());
                    return switch (method.getName()) {
                        case "setFlagsReactive" -> Mono.just(Map.of(MessageUid.of(3), new Flags(Flag.FLAGGED)));
                        case "expungeReactive" -> Flux.just(MessageUid.of(3), MessageUid.of(4));
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private void star(SharedFolder folder) throws MailboxException {
        folder.setFlags(new Flags(Flag.FLAGGED), FlagsUpdateMode.ADD, MessageRange.all(), session);
    }

    @Test
    void right_ends_at_its_moment_while_the_folder_is_open() throws Exception {
        SharedFolder folder = open(Share.WRITE);
        star(folder);
        clock.set(FRIDAY.minusMillis(1));
        star(folder);
        assertThat(folder.stillReadable(session)).isTrue();
        clock.set(FRIDAY);
        assertThat(folder.stillReadable(session)).isFalse();
        assertThat(folder.readable(session)).isFalse();
        assertThat(folder.isWriteable(session)).isFalse();
        assertThatThrownBy(() -> star(folder)).isInstanceOf(InsufficientRightsException.class);
        assertThatThrownBy(() -> folder.getMailboxCounters(session)).isInstanceOf(MailboxNotFoundException.class);
        assertThat(done).containsExactly("setFlagsReactive by " + SERVICE, "setFlagsReactive by " + SERVICE);
    }

    @Test
    void right_that_its_owner_takes_away_ends_while_the_folder_is_open() throws Exception {
        SharedFolder folder = open(stored(new MailboxACL(new MailboxACL.Entry(LEILA, Right.Lookup, Right.Read))));
        assertThat(folder.readable(session)).isTrue();
        assertThat(folder.stillReadable(session)).isTrue();
        stored = stored(MailboxACL.EMPTY);
        assertThat(folder.readable(session)).isFalse();
        assertThat(folder.stillReadable(session)).isFalse();
    }

    @Test
    void reader_reaches_nothing_behind_the_guard() {
        SharedFolder folder = open(Share.READ);
        assertThatThrownBy(() -> star(folder)).isInstanceOf(InsufficientRightsException.class);
        assertThatThrownBy(() -> folder.expunge(MessageRange.all(), session))
                .isInstanceOf(InsufficientRightsException.class);
        assertThatThrownBy(() -> folder.delete(List.of(MessageUid.of(1)), session))
                .isInstanceOf(InsufficientRightsException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void each_act_leaves_one_line_with_person_box_and_numbers() throws Exception {
        SharedFolder folder = open(Share.WRITE);
        folder.expunge(MessageRange.all(), session);
        assertThat(Files.readString(trace.resolve("2026-11-02.jsonl")))
                .isEqualTo("{\"time\":\"2026-11-02T00:00:00Z\",\"event\":\"expunged\",\"login\":\"" + LEILA
                        + "\",\"person\":\"" + LEILA + "\",\"mailbox\":\"" + SERVICE
                        + "\",\"folder\":\"42\",\"uids\":\"3:4\",\"count\":2}\n");
    }
}
