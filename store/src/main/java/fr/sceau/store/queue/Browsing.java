package fr.sceau.store.queue;

import fr.sceau.store.mail.UnreadableEnvelope;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.james.queue.api.ManageableMailQueue.DefaultMailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueIterator;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through a queue page by page; what changes meanwhile is seen or not. */
final class Browsing implements MailQueueIterator {
    private static final Logger LOGGER = LoggerFactory.getLogger(Browsing.class);
    private static final int PAGE = 100;

    private final Pages pages;
    private final Mails mails;
    private final Deque<MailQueueItemView> read = new ArrayDeque<>();
    private int priority = Short.MAX_VALUE;
    private long id;
    private boolean atEnd;

    Browsing(Pages pages, Mails mails) {
        this.pages = pages;
        this.mails = mails;
    }

    @Override
    public boolean hasNext() {
        while (read.isEmpty() && !atEnd) {
            List<QueuedMail> page = pages.after(priority, id, PAGE);
            page.forEach(this::add);
            atEnd = page.size() < PAGE;
        }
        return !read.isEmpty();
    }

    private void add(QueuedMail row) {
        priority = row.priority();
        id = row.id();
        Optional<ZonedDateTime> due = row.due().map(instant -> instant.atZone(ZoneOffset.UTC));
        try {
            read.add(new DefaultMailQueueItemView(mails.of(row), due));
        } catch (UnreadableEnvelope e) {
            LOGGER.error("mail {} of the queue cannot be shown", row.id(), e);
        }
    }

    @Override
    public MailQueueItemView next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.remove();
    }

    @Override
    public void close() {
        read.clear();
        atEnd = true;
    }

    interface Pages {
        List<QueuedMail> after(int priority, long id, int rows);
    }

    interface Mails {
        Mail of(QueuedMail row) throws UnreadableEnvelope;
    }
}
