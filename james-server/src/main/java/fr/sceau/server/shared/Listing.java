package fr.sceau.server.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.MailboxSearchFetchType;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.search.MailboxQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The folders of a session, those of others under the names that the session shows them by. */
@Singleton
final class Listing {
    private final MailboxManager inner;
    private final Rights rights;
    private final FolderChanges folders;

    @Inject
    Listing(@Named(Opening.INNER) MailboxManager inner, Rights rights, FolderChanges folders) {
        this.inner = inner;
        this.rights = rights;
        this.folders = folders;
    }

    Flux<MailboxMetaData> search(MailboxQuery query, MailboxSearchFetchType type, MailboxSession session) {
        boolean names = query.getUser().filter(session.getUser()::equals).isPresent();
        if (!names) {
            return inner.search(query, type, session);
        }
        Flux<MailboxMetaData> others = others(session).filter(found -> query.isPathMatch(found.getPath()));
        Flux<MailboxMetaData> all =
                Names.showsOneBox(session) ? others : Flux.concat(inner.search(query, type, session), others);
        return all.publishOn(Schedulers.boundedElastic()); // LIST waits for the rights and the state of each folder
    }

    /** Folders of others, and the names above them that are none. */
    Flux<MailboxMetaData> others(MailboxSession session) {
        return visible(session).collectList().map(found -> tree(found, session)).flatMapIterable(tree -> tree);
    }

    private Flux<Mailbox> visible(MailboxSession session) {
        Flux<Mailbox> delegated =
                Flux.defer(() -> Flux.fromIterable(boxes(session))).concatMap(owner -> box(owner, session));
        Flux<Mailbox> byOwners = Names.showsOneBox(session) ? Flux.empty() : givenByOwners(session);
        return Flux.concat(delegated, byOwners)
                .distinct(Mailbox::getMailboxId)
                .filter(folder -> rights.of(session, folder).contains(Right.Lookup));
    }

    private List<Username> boxes(MailboxSession session) {
        return rights.readableBoxes(session).stream()
                .filter(owner -> !Names.showsOneBox(session) || owner.equals(Names.root(session)))
                .toList();
    }

    private Flux<Mailbox> box(Username owner, MailboxSession session) {
        Mono<Mailbox> inbox = folders.provideInbox(Place.in(owner, MailboxConstants.INBOX), session)
                .flatMap(id -> Mono.from(inner.getMailboxReactive(id, Checked.by(session, owner))))
                .map(Opening::entity);
        return inner.search(all(owner), MailboxSearchFetchType.Minimal, Checked.by(session, owner))
                .map(MailboxMetaData::getMailbox)
                .switchIfEmpty(inbox);
    }

    /** RFC 4314: folders on whose ACL their owners wrote the person. */
    private Flux<Mailbox> givenByOwners(MailboxSession session) {
        MailboxQuery everywhere =
                MailboxQuery.builder().matchesAllMailboxNames().build();
        return inner.search(everywhere, MailboxSearchFetchType.Minimal, session)
                .map(MailboxMetaData::getMailbox)
                .filter(folder -> !folder.getUser().equals(session.getUser()));
    }

    private static MailboxQuery all(Username owner) {
        return MailboxQuery.builder()
                .privateNamespace()
                .user(owner)
                .matchesAllMailboxNames()
                .build();
    }

    /** RFC 3501 6.3.8: a name above a folder is listed too, as one that cannot be selected. */
    private List<MailboxMetaData> tree(List<Mailbox> found, MailboxSession session) {
        Map<String, Mailbox> byName = new TreeMap<>(Comparator.naturalOrder());
        for (Mailbox folder : found) {
            byName.put(Names.shown(folder.generateAssociatedPath(), session).getName(), folder);
        }
        Entries entries = new Entries(session, byName.keySet());
        Stream<MailboxMetaData> real = byName.entrySet().stream()
                .map(entry -> entries.folder(entry.getKey(), entry.getValue(), rights.of(session, entry.getValue())));
        return Stream.concat(real, entries.namesAbove()).sorted(order()).toList();
    }

    private static Comparator<MailboxMetaData> order() {
        return Comparator.comparing(MailboxMetaData::getPath, Comparator.comparing(MailboxPath::getName));
    }
}
