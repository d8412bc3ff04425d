package fr.sceau.server.selection;

import fr.sceau.store.StoreException;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.mailbox.MailboxState;
import fr.sceau.store.message.MailboxChanges;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client has not heard yet of the mailbox that it selected: read from the change rows on from the last modseq, kept
 * until it was told.
 */
final class News {
    private static final Logger LOGGER = LoggerFactory.getLogger(News.class);

    private final MailboxChanges changes;
    private final MailboxNumber number;
    private final Wakes wakes;
    private final Keywords keywords;
    private final Consumer<MessageUid> arrivals;
    private final TreeSet<MessageUid> flagged = new TreeSet<>();
    private final TreeSet<MessageUid> flaggedAsked = new TreeSet<>();
    private final TreeSet<MessageUid> expunged = new TreeSet<>();
    private long modSeq;
    private boolean grown;

    /** News from {@code opened} on; every message that comes goes to {@code arrivals}, in the order of the uids. */
    News(
            MailboxChanges changes,
            MailboxNumber number,
            Wakes wakes,
            MailboxChanges.Opened opened,
            Consumer<MessageUid> arrivals) {
        this.changes = changes;
        this.number = number;
        this.wakes = wakes;
        this.arrivals = arrivals;
        this.keywords = new Keywords(opened.keywords());
        this.modSeq = opened.state().highestModSeq().asLong();
        wakes.tell(keywords);
    }

    Keywords keywords() {
        return keywords;
    }

    /** All changes up to this one were told or wait here. */
    long modSeq() {
        return modSeq;
    }

    /** Reads on. When that cannot be done the news wait: the command that asks for them is done all the same. */
    void readOn() {
        try {
            changes.since(number, modSeq).ifPresent(now -> {
                keywords.meet(now.keywords());
                take(now.modSeq(), now.changes());
            });
        } catch (StoreException e) {
            LOGGER.warn("News of mailbox {} cannot be read now: {}", number, e.getMessage());
        }
    }

    /** Reads on to the state that it gives; all but the expunged is then known to who asks for it. */
    MailboxState reopen() throws MailboxNotFoundException {
        MailboxChanges.Reopened now =
                changes.reopen(number, modSeq).orElseThrow(() -> new MailboxNotFoundException(number));
        keywords.meet(now.keywords());
        keywords.told();
        take(now.state().highestModSeq().asLong(), now.changes());
        flagged.clear();
        told();
        return now.state();
    }

    private void take(long upTo, List<MailboxChanges.Change> all) {
        TreeSet<MessageUid> gone = new TreeSet<>();
        for (MailboxChanges.Change change : all) {
            switch (change.kind()) {
                case ADDED -> {
                    arrivals.accept(change.uid());
                    grown = true;
                }
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

    private void flags(MailboxChanges.Change change) {
        if (!wakes.isOwn(change.uid(), change.modSeq())) {
            flagged.add(change.uid());
        }
    }

    /** Whether there is more than EXISTS has told, by what was read last. */
    boolean grown() {
        return grown;
    }

    void countTold() {
        grown = false;
    }

    List<MessageUid> expunged() {
        return List.copyOf(expunged);
    }

    void expungedTold() {
        expunged.clear();
    }

    /** Flags that are to be told; what is found later stays for the next time. */
    List<MessageUid> flagged() {
        flaggedAsked.addAll(flagged);
        flagged.clear();
        return List.copyOf(flaggedAsked);
    }

    /** The flags that were asked for could not be told. */
    void keep() {
        flagged.addAll(flaggedAsked);
    }

    /** EXISTS, and the flags that were asked for. */
    void told() {
        grown = false;
        flaggedAsked.clear();
    }
}
