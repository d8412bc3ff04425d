package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.trace.Trace;
import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.server.accounts.Delegations;
import fr.sceau.server.accounts.DelegationsInForce;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.server.RightsWithoutGroups;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Folders in the box of an owner who has written a person onto the ACL of some of them. */
final class FolderChangesTest {
    private static final Username CLAIRE = Username.of("claire@exemple.test");
    private static final String LEILA = "leila@exemple.test";

    private final Map<String, Mailbox> folders = new HashMap<>();
    private final List<String> created = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private final FolderChanges changes;
    private final MailboxSession session = new MailboxSession(
            MailboxSession.SessionId.of(7),
            Username.of(LEILA),
            Optional.of(Username.of(LEILA)),
            List.of(),
            AccountSessions.DELIMITER,
            MailboxSession.SessionType.User);

    FolderChangesTest(@TempDir Path folder) {
        DelegationsInForce none = new DelegationsInForce(new Delegations(TestPostgres.fresh()), Clock.systemUTC());
        Rights rights = new Rights(none, new RightsWithoutGroups());
        PersonTrace trace = new PersonTrace(new Trace(folder, Clock.systemUTC()));
        MailboxManager inner = proxy(MailboxManager.class, (method, arguments) -> switch (method) {
            case "getMailboxReactive" -> found((MailboxPath) arguments[0]);
            case "createMailboxReactive" -> {
                created.add(((MailboxPath) arguments[0]).getName());
                yield Mono.just(new MailboxNumber(99));
            }
            case "search" -> Flux.fromIterable(folders.values()).map(FolderChangesTest::listed);
            case "renameMailboxReactive" -> {
                renamed.add(((MailboxPath) arguments[0]).getName());
                yield Mono.just(List.of());
            }
            default -> throw new UnsupportedOperationException(method);
        });
        changes = new FolderChanges(inner, new Opening(inner, rights, trace), rights, trace);
    }

    @BeforeEach
    void inbox_allows_folders_below_it_and_one_folder_is_hidden() throws Exception {
        put("INBOX", new MailboxACL(new MailboxACL.Entry(LEILA, Right.Lookup, Right.CreateMailbox)));
        put("Caché", MailboxACL.EMPTY);
        put("Visible", new MailboxACL(new MailboxACL.Entry(LEILA, Right.Lookup)));
    }

    @Test
    void nothing_is_made_below_a_folder_that_the_person_does_not_see() {
        assertThatThrownBy(() -> create("Caché/Dedans")).hasRootCauseInstanceOf(MailboxNotFoundException.class);
        assertThatThrownBy(() -> create("Caché/Autre/Dedans")).hasRootCauseInstanceOf(MailboxNotFoundException.class);
        assertThat(created).isEmpty();
    }

    @Test
    void the_nearest_folder_that_exists_decides() {
        assertThatThrownBy(() -> create("Visible/Dedans")).isInstanceOf(RuntimeException.class);
        create("Nouveau/Dedans");
        assertThat(created).containsExactly("Nouveau/Dedans");
    }

    @Test
    void a_tree_is_renamed_by_whoever_may_remove_every_folder_of_it() throws Exception {
        MailboxACL removable = new MailboxACL(new MailboxACL.Entry(LEILA, Right.Lookup, Right.DeleteMailbox));
        put("Dossiers", removable);
        put("Dossiers/2026", removable);
        put("Dossiers bis", MailboxACL.EMPTY);
        rename("Dossiers", "Archives");
        put("Dossiers/2026/Confidentiel", MailboxACL.EMPTY);
        assertThatThrownBy(() -> rename("Dossiers", "Archives"))
                .hasRootCauseInstanceOf(InsufficientRightsException.class);
        assertThat(renamed).containsExactly("Dossiers");
    }

    @Test
    void a_hidden_folder_and_an_absent_one_give_the_same_answer_to_whoever_may_create_neither() throws Exception {
        put("INBOX", new MailboxACL(new MailboxACL.Entry(LEILA, Right.Lookup)));
        for (String name : List.of("Caché", "Absent", "Caché/Dedans", "Absent/Dedans", "Caché/Autre/Dedans")) {
            assertThatThrownBy(() -> create(name)).as(name).hasRootCauseInstanceOf(InsufficientRightsException.class);
        }
        put("INBOX", MailboxACL.EMPTY);
        for (String name : List.of("Caché", "Absent", "Caché/Dedans", "Absent/Dedans")) {
            assertThatThrownBy(() -> create(name)).as(name).hasRootCauseInstanceOf(MailboxNotFoundException.class);
        }
    }

    private void rename(String from, String to) {
        changes.rename(Place.in(CLAIRE, from), Place.in(CLAIRE, to), MailboxManager.RenameOption.NONE, session)
                .block();
    }

    private void create(String name) {
        changes.create(Place.in(CLAIRE, name), MailboxManager.CreateOption.NONE, session)
                .block();
    }

    private void put(String name, MailboxACL acl) {
        Mailbox folder = new Mailbox(
                MailboxPath.forUser(CLAIRE, name), UidValidity.of(1), new MailboxNumber(folders.size() + 1L));
        folder.setACL(acl);
        folders.put(name, folder);
    }

    private Mono<MessageManager> found(MailboxPath path) {
        Mailbox folder = folders.get(path.getName());
        if (folder == null) {
            return Mono.error(new MailboxNotFoundException(path));
        }
        return Mono.just(proxy(MessageManager.class, (method, arguments) -> folder));
    }

    private static MailboxMetaData listed(Mailbox folder) {
        return new MailboxMetaData(
                folder,
                AccountSessions.DELIMITER,
                MailboxMetaData.Children.HAS_NO_CHILDREN,
                MailboxMetaData.Selectability.NONE,
                MailboxACL.EMPTY,
                MailboxCounters.empty(folder.getMailboxId()));
    }

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
