package fr.sceau.server.shared;

import fr.sceau.mailets.trace.Event;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.CreateOption;
import org.apache.james.mailbox.MailboxManager.MailboxRenamedResult;
import org.apache.james.mailbox.MailboxManager.MailboxSearchFetchType;
import org.apache.james.mailbox.MailboxManager.RenameOption;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.search.MailboxQuery;
import reactor.core.publisher.Mono;

/** Creates, renames and deletes folders in somebody else's box (RFC 4314 4: k on the parent, x on the folder itself). */
@Singleton
final class FolderChanges {
    private final MailboxManager inner;
    private final Opening opening;
    private final Rights rights;
    private final PersonTrace trace;

    @Inject
    FolderChanges(@Named(Opening.INNER) MailboxManager inner, Opening opening, Rights rights, PersonTrace trace) {
        this.inner = inner;
        this.opening = opening;
        this.rights = rights;
        this.trace = trace;
    }

    Mono<MailboxId> create(Place place, CreateOption option, MailboxSession session) {
        if (place.path().isInbox()) {
            return provideInbox(place, session);
        }
        return parentAllows(place, session)
                .then(Mono.defer(() -> Mono.from(
                        inner.createMailboxReactive(place.path(), option, Checked.by(session, place.owner())))))
                .doOnNext(id -> trace.folder(Event.FOLDER_CREATED, session, place.owner(), id.serialize()));
    }

    /** A box that has not received anything yet has no inbox: whoever may read the box brings it about. */
    Mono<MailboxId> provideInbox(Place place, MailboxSession session) {
        return Mono.fromCallable(() -> rights.onBox(session, place.owner()).contains(Right.Lookup))
                .flatMap(visible -> visible
                        ? Mono.from(inner.createMailboxReactive(place.path(), Checked.by(session, place.owner())))
                        : Mono.error(new MailboxNotFoundException(place.path())));
    }

    Mono<Void> delete(Place place, MailboxSession session) {
        return removable(place, session).flatMap(folder -> Mono.from(
                        inner.deleteMailboxReactive(place.path(), Checked.by(session, place.owner())))
                .then(Mono.fromRunnable(() -> trace.folder(
                        Event.FOLDER_DELETED,
                        session,
                        place.owner(),
                        folder.getId().serialize()))));
    }

    Mono<List<MailboxRenamedResult>> rename(Place from, Place to, RenameOption option, MailboxSession session) {
        if (!from.owner().equals(to.owner())) {
            return refused("a folder stays in its box");
        }
        return removable(from, session).flatMap(folder -> parentAllows(to, session)
                .then(allBelowRemovable(from, session))
                .then(Mono.defer(() -> Mono.from(inner.renameMailboxReactive(
                        from.path(), to.path(), option, Checked.by(session, from.owner())))))
                .doOnNext(done -> trace.folder(
                        Event.FOLDER_RENAMED,
                        session,
                        from.owner(),
                        folder.getId().serialize())));
    }

    private Mono<MessageManager> removable(Place place, MailboxSession session) {
        if (place.path().isInbox()) {
            return refused("a box keeps its inbox");
        }
        return opening.folder(place, session)
                .flatMap(folder -> Mono.fromCallable(() -> {
                    rights.need(session, Opening.entity(folder), Right.DeleteMailbox);
                    return folder;
                }));
    }

    /** RFC 4314 4: x on every folder that moves along; one that she does not see is no reason to say more. */
    private Mono<Void> allBelowRemovable(Place place, MailboxSession session) {
        String prefix = place.path().getName() + Names.DELIMITER;
        MailboxQuery all = MailboxQuery.builder()
                .privateNamespace()
                .user(place.owner())
                .matchesAllMailboxNames()
                .build();
        return inner.search(all, MailboxSearchFetchType.Minimal, Checked.by(session, place.owner()))
                .map(MailboxMetaData::getMailbox)
                .filter(folder -> folder.getName().startsWith(prefix))
                .collectList()
                .flatMap(below -> Mono.fromCallable(() -> below.stream()
                        .allMatch(folder -> rights.of(session, folder).contains(Right.DeleteMailbox))))
                .flatMap(removable -> removable ? Mono.empty() : refused("right not given on a folder below"));
    }

    /**
     * The nearest folder above that exists has to allow it; above all folders stands the inbox. One that the person does not
     * see never allows it, but those above it are asked first: what they refuse is refused in the same words as where
     * the hidden folder is not there.
     */
    private Mono<Void> parentAllows(Place place, MailboxSession session) {
        int end = place.path().getName().lastIndexOf(Names.DELIMITER);
        String above = end < 0 ? MailboxConstants.INBOX : place.path().getName().substring(0, end);
        Place parent = Place.in(place.owner(), above);
        return Mono.from(inner.getMailboxReactive(parent.path(), Checked.by(session, parent.owner())))
                .onErrorResume(
                        MailboxNotFoundException.class, e -> parent.path().isInbox() ? Mono.error(e) : Mono.empty())
                .delayUntil(folder -> hidden(folder, session) && !parent.path().isInbox()
                        ? parentAllows(parent, session)
                        : Mono.empty())
                .flatMap(folder -> Mono.fromCallable(() -> {
                    rights.need(session, Opening.entity(folder), Right.CreateMailbox);
                    return true;
                }))
                .switchIfEmpty(Mono.defer(() -> parentAllows(parent, session).thenReturn(true)))
                .then();
    }

    private boolean hidden(MessageManager folder, MailboxSession session) {
        return !rights.of(session, Opening.entity(folder)).contains(Right.Lookup);
    }

    private static <T> Mono<T> refused(String reason) {
        return Mono.error(new InsufficientRightsException(reason));
    }
}
