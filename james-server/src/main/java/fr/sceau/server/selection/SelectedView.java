package fr.sceau.server.selection;

import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.mailbox.MailboxState;
import fr.sceau.store.message.MailboxChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.mail.Flags;
import org.apache.james.events.EventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.base.UidMsnConverter;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.NullableMessageSequenceNumber;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import reactor.core.publisher.Mono;

/**
 * A selected mailbox as its client knows it, and the news that the client has not heard. Both come from the change rows
 * alone: when James asks for news, the view reads on from the last modseq, and what was read stays until it was told. One
 * thread at a time uses a view, one that may wait for the database.
 */
final class SelectedView implements SelectedMailbox {
    private final MailboxNumber number;
    private final MessageManager mailbox;
    private final Mono<MailboxPath> path;
    private final Wakes wakes;
    private final News news;
    private final UidMsnConverter numbers = new UidMsnConverter();
    private final TreeSet<MessageUid> recent = new TreeSet<>();
    private boolean readOnly;
    private boolean recentRemoved;

    SelectedView(
            MailboxChanges changes,
            MessageManager mailbox,
            Mono<MailboxPath> path,
            Wakes wakes,
            MailboxChanges.Opened opened) {
        this.number = MailboxNumber.of(mailbox.getId());
        this.mailbox = mailbox;
        this.path = path;
        this.wakes = wakes;
        this.news = new News(changes, number, wakes, opened, this::add);
        numbers.addAll(opened.uids());
    }

    private void add(MessageUid uid) {
        numbers.addUid(uid);
        recent.add(uid);
    }

    /** As if it were selected anew: whatever the client had still to hear is part of what it finds. */
    MailboxState reopen() throws MailboxNotFoundException {
        MailboxState state = news.reopen();
        news.expunged().forEach(this::remove);
        news.expungedTold();
        recentRemoved = false;
        return state;
    }

    /** EXAMINE (RFC 3501 6.3.2): nothing may be changed. */
    void readOnly(boolean only) {
        readOnly = only;
    }

    boolean readOnly() {
        return readOnly;
    }

    Wakes wakes() {
        return wakes;
    }

    News news() {
        return news;
    }

    @Override
    public boolean isSizeChanged() {
        news.readOn();
        return news.grown();
    }

    /** James asks when it begins a command and tells at its end: what comes between stays for the next. */
    @Override
    public Collection<MessageUid> flagUpdateUids() {
        news.readOn();
        return news.flagged();
    }

    @Override
    public Collection<MessageUid> expungedUids() {
        return news.expunged();
    }

    @Override
    public void resetExpungedUids() {
        news.expungedTold();
    }

    @Override
    public void resetEvents() {
        news.told();
    }

    @Override
    public NullableMessageSequenceNumber remove(MessageUid uid) {
        recentRemoved |= recent.remove(uid);
        return numbers.getAndRemove(uid);
    }

    @Override
    public boolean isDeletedByOtherSession() {
        return wakes.deleted();
    }

    @Override
    public boolean hasNewApplicableFlags() {
        return news.keywords().grown();
    }

    @Override
    public void resetNewApplicableFlags() {
        news.keywords().told();
    }

    @Override
    public Flags getApplicableFlags() {
        return news.keywords().all();
    }

    @Override
    public boolean addRecent(MessageUid uid) {
        return recent.add(uid);
    }

    @Override
    public boolean removeRecent(MessageUid uid) {
        boolean removed = recent.remove(uid);
        recentRemoved |= removed;
        return removed;
    }

    @Override
    public Collection<MessageUid> getRecent() {
        List<MessageUid> present = new ArrayList<>(recent);
        present.removeAll(news.expunged());
        return present;
    }

    @Override
    public int recentCount() {
        return getRecent().size();
    }

    @Override
    public boolean isRecent(MessageUid uid) {
        return recent.contains(uid);
    }

    @Override
    public boolean isRecentUidRemoved() {
        return recentRemoved;
    }

    @Override
    public void resetRecentUidRemoved() {
        recentRemoved = false;
    }

    @Override
    public long existsCount() {
        return numbers.getNumMessage();
    }

    @Override
    public NullableMessageSequenceNumber msn(MessageUid uid) {
        return numbers.getMsn(uid);
    }

    @Override
    public Optional<MessageUid> uid(int index) {
        return numbers.getUid(index);
    }

    @Override
    public Optional<MessageUid> getFirstUid() {
        return numbers.getFirstUid();
    }

    @Override
    public Optional<MessageUid> getLastUid() {
        return numbers.getLastUid();
    }

    @Override
    public MailboxId getMailboxId() {
        return number;
    }

    @Override
    public MessageManager getMessageManager() {
        return mailbox;
    }

    @Override
    public Mono<MailboxPath> getPathReactive() {
        return path;
    }

    @Override
    public Mono<Void> deselect() {
        return wakes.end();
    }

    /** James' IDLE; ours asks {@link #wakes()}. */
    @Override
    public void registerIdle(EventListener.ReactiveEventListener idle) {
        throw new UnsupportedOperationException("IDLE is woken by wakes()");
    }

    @Override
    public void unregisterIdle() {
        wakes.wake(null);
    }
}
