package fr.sceau.server.selection;

import fr.sceau.store.StoreException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A selected mailbox as its client knows it, and the news that the client has not heard. Both come from the change rows
 * alone: when James asks for news, the view reads on from the last modseq, and what was read stays until it was told. One
 * thread at a time uses a view, one that may wait for the database.
 */
final class SelectedView implements SelectedMailbox {
    private static final Logger LOGGER = LoggerFactory.getLogger(SelectedView.class);

    private final MailboxChanges changes;
    private final MailboxNumber number;
    private final MessageManager mailbox;
    private final Mono<MailboxPath> path;
    private final Wakes wakes;
    private final Keywords keywords;
    private final UidMsnConverter numbers = new UidMsnConverter();
    private final TreeSet<MessageUid> recent = new TreeSet<>();
    private final TreeSet<MessageUid> flagged = new TreeSet<>();
    private final TreeSet<MessageUid> flaggedAsked = new TreeSet<>();
    private final TreeSet<MessageUid> expunged = new TreeSet<>();
    private long modSeq;
    private boolean readOnly;
    private boolean grown;
    private boolean recentRemoved;

    SelectedView(
            MailboxChanges changes,
            MessageManager mailbox,
            Mono<MailboxPath> path,
            Wakes wakes,
            MailboxChanges.Opened opened) {
        this.changes = changes;
        this.number = MailboxNumber.of(mailbox.getId());
        this.mailbox = mailbox;
        this.path = path;
        this.wakes = wakes;
        this.keywords = new Keywords(opened.keywords());
        wakes.tell(keywords);
        numbers.addAll(opened.uids());
        modSeq = opened.state().highestModSeq().asLong();
    }

    /** As if it were selected anew: whatever the client had still to hear is part of what it finds. */
    MailboxState reopen() throws MailboxNotFoundException {
        MailboxChanges.Reopened now =
                changes.reopen(number, modSeq).orElseThrow(() -> new MailboxNotFoundException(number));
        take(now.state().highestModSeq().asLong(), now.changes());
        expunged.forEach(this::remove);
        expunged.clear();
        keywords.meet(now.keywords());
        keywords.told();
        recentRemoved = false;
        flagged.clear();
        resetEvents();
        return now.state();
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

    /** All changes up to this one were told or wait here to be told. */
    long modSeq() {
        return modSeq;
    }

    /** Reads on from where it read last. When that cannot be done the news wait: the command is done all the same. */
    void readOn() {
        try {
            changes.since(number, modSeq).ifPresent(this::take);
        } catch (StoreException e) {
            LOGGER.warn("News of mailbox {} cannot be read now: {}", number, e.getMessage());
        }
    }

    private void take(MailboxChanges.News news) {
        keywords.meet(news.keywords());
        take(news.modSeq(), news.changes());
    }

    private void take(long upTo, List<MailboxChanges.Change> all) {
        TreeSet<MessageUid> gone = new TreeSet<>();
        for (MailboxChanges.Change change : all) {
            switch (change.kind()) {
                case ADDED -> add(change.uid());
                case FLAGS -> flags(change);
                case EXPUNGED -> gone.add(change.uid());
            }
        }
        expunged.addAll(gone);
        flagged.removeAll(gone);
        flaggedAsked.removeAll(gone);
        modSeq = Math.max(modSeq, upTo);
        wakes.forget(modSeq);
    }

    private void add(MessageUid uid) {
        numbers.addUid(uid);
        recent.add(uid);
        grown = true;
    }

    private void flags(MailboxChanges.Change change) {
        if (!wakes.isOwn(change.modSeq())) {
            flagged.add(change.uid());
        }
    }

    @Override
    public boolean isSizeChanged() {
        readOn();
        return grown;
    }

    /** EXISTS has been told. */
    void countTold() {
        grown = false;
    }

    /** Whether there is more than EXISTS has told, by what was read last. */
    boolean hasGrown() {
        return grown;
    }

    /** James asks when it begins a command and tells at its end: what comes between stays for the next. */
    @Override
    public Collection<MessageUid> flagUpdateUids() {
        readOn();
        flaggedAsked.addAll(flagged);
        flagged.clear();
        return List.copyOf(flaggedAsked);
    }

    @Override
    public Collection<MessageUid> expungedUids() {
        return List.copyOf(expunged);
    }

    @Override
    public void resetExpungedUids() {
        expunged.clear();
    }

    @Override
    public void resetEvents() {
        grown = false;
        flaggedAsked.clear();
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
        return keywords.grown();
    }

    @Override
    public void resetNewApplicableFlags() {
        keywords.told();
    }

    @Override
    public Flags getApplicableFlags() {
        return keywords.all();
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
        present.removeAll(expunged);
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
