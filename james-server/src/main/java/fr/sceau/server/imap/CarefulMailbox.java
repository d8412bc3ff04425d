package fr.sceau.server.imap;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.mail.Flags;
import org.apache.james.events.EventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.NullableMessageSequenceNumber;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import reactor.core.publisher.Mono;

/**
 * A selected mailbox that forgets no news. James reads what has changed when a command begins, tells it at its end, and
 * then drops all news, those too that came meanwhile: the client never hears of them. Here news leave James' object when
 * they are read, and are forgotten when they were told. James' object guards its state by its own monitor; so do we.
 */
final class CarefulMailbox implements SelectedMailbox {
    private final SelectedMailbox mailbox;
    private final Set<MessageUid> flags = new TreeSet<>();
    private final Set<MessageUid> flagsAsked = new TreeSet<>();
    private final Set<MessageUid> expungedAsked = new TreeSet<>();
    private boolean grown;
    private boolean grownAsked;
    private boolean deleted;
    private boolean newFlagNames;

    CarefulMailbox(SelectedMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Takes all news but expunges over; the caller holds the monitor. */
    private void drain() {
        flags.addAll(mailbox.flagUpdateUids());
        grown |= mailbox.isSizeChanged();
        deleted |= mailbox.isDeletedByOtherSession();
        newFlagNames |= mailbox.hasNewApplicableFlags();
        mailbox.resetEvents();
    }

    @Override
    public Collection<MessageUid> flagUpdateUids() {
        synchronized (mailbox) {
            drain();
            flagsAsked.addAll(flags);
            flags.clear();
            return new TreeSet<>(flagsAsked);
        }
    }

    @Override
    public boolean isSizeChanged() {
        synchronized (mailbox) {
            drain();
            grownAsked |= grown;
            grown = false;
            return grownAsked;
        }
    }

    @Override
    public boolean isDeletedByOtherSession() {
        synchronized (mailbox) {
            drain();
            return deleted;
        }
    }

    /** All that was asked for has been told. */
    @Override
    public void resetEvents() {
        synchronized (mailbox) {
            flagsAsked.clear();
            grownAsked = false;
            deleted = false;
        }
    }

    @Override
    public boolean hasNewApplicableFlags() {
        synchronized (mailbox) {
            return newFlagNames || mailbox.hasNewApplicableFlags();
        }
    }

    @Override
    public void resetNewApplicableFlags() {
        synchronized (mailbox) {
            newFlagNames = false;
            mailbox.resetNewApplicableFlags();
        }
    }

    @Override
    public Collection<MessageUid> expungedUids() {
        synchronized (mailbox) {
            mailbox.getRecent(); // lets James take the expunged ones out of its recent ones before they leave it
            mailbox.expungedUids().stream().filter(this::numbered).forEach(expungedAsked::add);
            mailbox.resetExpungedUids();
            return new TreeSet<>(expungedAsked);
        }
    }

    /** News of an expunge may come while the list is made, which then does not have the message any more. */
    private boolean numbered(MessageUid uid) {
        return mailbox.msn(uid).foldSilent(() -> false, number -> true);
    }

    @Override
    public void resetExpungedUids() {
        synchronized (mailbox) {
            expungedAsked.clear();
        }
    }

    @Override
    public Mono<Void> deselect() {
        return mailbox.deselect();
    }

    @Override
    public void registerIdle(EventListener.ReactiveEventListener idle) {
        mailbox.registerIdle(idle);
    }

    @Override
    public void unregisterIdle() {
        mailbox.unregisterIdle();
    }

    @Override
    public NullableMessageSequenceNumber msn(MessageUid uid) {
        return mailbox.msn(uid);
    }

    @Override
    public Optional<MessageUid> uid(int number) {
        return mailbox.uid(number);
    }

    @Override
    public boolean addRecent(MessageUid uid) {
        return mailbox.addRecent(uid);
    }

    @Override
    public boolean removeRecent(MessageUid uid) {
        return mailbox.removeRecent(uid);
    }

    @Override
    public Collection<MessageUid> getRecent() {
        return mailbox.getRecent();
    }

    @Override
    public int recentCount() {
        return mailbox.recentCount();
    }

    @Override
    public long existsCount() {
        return mailbox.existsCount();
    }

    @Override
    public Mono<MailboxPath> getPathReactive() {
        return mailbox.getPathReactive();
    }

    @Override
    public MailboxId getMailboxId() {
        return mailbox.getMailboxId();
    }

    @Override
    public MessageManager getMessageManager() {
        return mailbox.getMessageManager();
    }

    @Override
    public boolean isRecent(MessageUid uid) {
        return mailbox.isRecent(uid);
    }

    @Override
    public boolean isRecentUidRemoved() {
        return mailbox.isRecentUidRemoved();
    }

    @Override
    public void resetRecentUidRemoved() {
        mailbox.resetRecentUidRemoved();
    }

    @Override
    public NullableMessageSequenceNumber remove(MessageUid uid) {
        return mailbox.remove(uid);
    }

    @Override
    public Optional<MessageUid> getFirstUid() {
        return mailbox.getFirstUid();
    }

    @Override
    public Optional<MessageUid> getLastUid() {
        return mailbox.getLastUid();
    }

    @Override
    public Flags getApplicableFlags() {
        return mailbox.getApplicableFlags();
    }
}
