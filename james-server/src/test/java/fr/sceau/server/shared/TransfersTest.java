package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.trace.Trace;
import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.server.accounts.Delegations;
import fr.sceau.server.accounts.DelegationsInForce;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MessageTransfers;
import fr.sceau.store.message.MessageTransfers.Transfer;
import fr.sceau.store.message.MessageTransfers.Transferred;
import fr.sceau.store.message.PermittedFlags;
import fr.sceau.store.server.RightsWithoutGroups;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UidValidity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** From a person's own inbox into a folder of somebody else. */
final class TransfersTest {
    private static final Username CLAIRE = Username.of("claire@exemple.test");
    private static final Username LEILA = Username.of("leila@exemple.test");
    private static final MailboxId OWN = new MailboxNumber(1);
    private static final MailboxId OTHER = new MailboxNumber(2);

    private final Mailbox own = new Mailbox(MailboxPath.inbox(LEILA), UidValidity.of(1), OWN);
    private final Mailbox other = new Mailbox(MailboxPath.inbox(CLAIRE), UidValidity.of(1), OTHER);
    private final List<PermittedFlags> handedDown = new ArrayList<>();
    private final Transfers transfers;
    private final MailboxSession session = new MailboxSession(
            MailboxSession.SessionId.of(7),
            LEILA,
            Optional.of(LEILA),
            List.of(),
            AccountSessions.DELIMITER,
            MailboxSession.SessionType.User);

    TransfersTest(@TempDir Path folder) {
        DelegationsInForce none = new DelegationsInForce(new Delegations(TestPostgres.fresh()), Clock.systemUTC());
        Rights rights = new Rights(none, new RightsWithoutGroups());
        PersonTrace trace = new PersonTrace(new Trace(folder, Clock.systemUTC()));
        Inner inner = proxy(Inner.class, (method, arguments) -> switch (method) {
            case "getMailboxReactive" -> Mono.just(folder(arguments[0].equals(OWN) ? own : other));
            case "copy", "move" -> {
                handedDown.add(((Transfer) arguments[0]).flags());
                yield Mono.just(Transferred.NOTHING);
            }
            default -> throw new UnsupportedOperationException(method);
        });
        transfers = new Transfers(inner, new Opening(inner, rights, trace), rights, trace);
    }

    @Test
    void flags_that_the_person_may_not_set_there_are_left_behind() throws Exception {
        other.setACL(new MailboxACL(
                new MailboxACL.Entry(LEILA.asString(), Right.Lookup, Right.Insert, Right.WriteSeenFlag)));
        transfers.copy(all(OWN, OTHER), session).block();
        transfers.move(all(OWN, OTHER), session).block();
        PermittedFlags seenOnly = new PermittedFlags(true, false, false);
        assertThat(handedDown).containsExactly(seenOnly, seenOnly);
    }

    @Test
    void her_own_folder_takes_all_flags() throws Exception {
        other.setACL(new MailboxACL(new MailboxACL.Entry(LEILA.asString(), Right.Lookup, Right.Read)));
        transfers.copy(all(OTHER, OWN), session).block();
        assertThat(handedDown).containsExactly(PermittedFlags.ALL);
    }

    private static Transfer all(MailboxId from, MailboxId to) {
        return Transfer.of(List.of(MessageRange.all()), from, to);
    }

    private static MessageManager folder(Mailbox mailbox) {
        return proxy(MessageManager.class, (method, arguments) -> mailbox);
    }

    private interface Inner extends MailboxManager, MessageTransfers {}

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
