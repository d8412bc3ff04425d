package fr.sceau.server.selection;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.mailbox.MailboxState;
import fr.sceau.store.message.MailboxChanges;
import java.util.EnumSet;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxPath;
import reactor.core.publisher.Mono;

/** Selects mailboxes. Who may open one, and what is recent in it, is for its {@link MessageManager} to say. */
final class Views {
    private final MailboxManager mailboxes;
    private final EventBus bus;
    private final MailboxChanges changes;

    Views(MailboxManager mailboxes, EventBus bus, MailboxChanges changes) {
        this.mailboxes = mailboxes;
        this.bus = bus;
        this.changes = changes;
    }

    /** What SELECT tells; {@code state} and the view are of one moment. */
    record Open(SelectedView view, MailboxState state, MailboxMetaData metaData) {}

    MailboxChanges changes() {
        return changes;
    }

    /** The session has the mailbox selected, if no error comes. */
    Mono<Open> open(MailboxPath path, ImapSession session, boolean readOnly) {
        MailboxMetaData.RecentMode mode =
                readOnly ? MailboxMetaData.RecentMode.RETRIEVE : MailboxMetaData.RecentMode.RESET;
        return Mono.from(mailboxes.getMailboxReactive(path, session.getMailboxSession()))
                .flatMap(mailbox -> Mono.fromCallable(() -> mailbox.getMetaDataReactive(
                                mode, session.getMailboxSession(), EnumSet.allOf(MailboxMetaData.Item.class)))
                        .flatMap(found -> found)
                        .flatMap(
                                found -> view(mailbox, session).map(state -> opened(session, state, found, readOnly))));
    }

    private static Open opened(ImapSession session, Viewed viewed, MailboxMetaData found, boolean readOnly) {
        viewed.view().readOnly(readOnly);
        found.getRecent().forEach(viewed.view()::addRecent);
        return new Open(viewed.view(), viewed.state(), found);
    }

    private record Viewed(SelectedView view, MailboxState state) {}

    /** The one that is selected is read on, others are read whole. */
    private Mono<Viewed> view(MessageManager mailbox, ImapSession session) {
        if (session.getSelected() instanceof SelectedView view
                && view.getMailboxId().equals(mailbox.getId())
                && view.getMessageManager().getClass() == mailbox.getClass()) {
            return Blocking.mono(() -> new Viewed(view, view.reopen()));
        }
        Wakes wakes =
                new Wakes(bus, mailbox.getId(), session.getMailboxSession().getSessionId());
        return wakes.begin()
                .then(Blocking.mono(() -> read(mailbox, session, wakes)))
                .flatMap(viewed -> session.selected(viewed.view()).thenReturn(viewed))
                .onErrorResume(e -> wakes.end().then(Mono.error(e)));
    }

    private Viewed read(MessageManager mailbox, ImapSession session, Wakes wakes) throws MailboxNotFoundException {
        MailboxNumber number = MailboxNumber.of(mailbox.getId());
        MailboxChanges.Opened opened = changes.open(number).orElseThrow(() -> new MailboxNotFoundException(number));
        Mono<MailboxPath> path = Mono.from(mailboxes.getMailboxReactive(number, session.getMailboxSession()))
                .flatMap(found -> Mono.fromCallable(found::getMailboxPath));
        return new Viewed(new SelectedView(changes, mailbox, path, wakes, opened), opened.state());
    }
}
