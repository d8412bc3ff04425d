package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MessageTransfers.Transfer;
import fr.sceau.store.message.MessageTransfers.Transferred;
import java.time.Clock;
import java.util.List;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sets of messages that go from one mailbox to another. */
final class SetTransferTest {
    private static final List<MessageRange> GAPS = List.of(range(4, 9), range(1, 1), range(1, 2));

    private final TestBoxes boxes = new TestBoxes();
    private final SetTransfer sets = new SetTransfer(boxes.database, Clock.systemUTC());
    private final Mailbox from = boxes.box("INBOX");
    private final Mailbox to = boxes.box("Dossiers");

    @BeforeEach
    void five() throws Exception {
        for (String subject : List.of("un", "deux", "trois", "quatre", "cinq")) {
            boxes.add(from, subject, new Flags());
        }
    }

    private static MessageRange range(long low, long high) {
        return MessageRange.range(MessageUid.of(low), MessageUid.of(high));
    }

    private Transfer gaps() {
        return Transfer.of(GAPS, from.getMailboxId(), to.getMailboxId());
    }

    private static List<Long> numbers(List<MessageUid> uids) {
        return uids.stream().map(MessageUid::asLong).toList();
    }

    @Test
    void messages_of_overlapping_ranges_come_once_and_in_order() throws Exception {
        Transferred done = sets.copy(gaps());
        assertThat(numbers(done.wereUids())).containsExactly(1L, 2L, 4L, 5L);
        assertThat(numbers(done.areUids())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(done.are())
                .extracting(message -> message.getMessageId())
                .isEqualTo(done.were().stream()
                        .map(message -> message.getMessageId())
                        .toList());
        assertThat(sets.size(gaps()).messages()).isEqualTo(4);
        assertThat(boxes.all(from)).hasSize(5);
        assertThat(boxes.counted(to).get(0)).isEqualTo(boxes.counted(to).get(1));
    }

    @Test
    void what_was_moved_is_gone() throws Exception {
        sets.move(gaps());
        assertThat(boxes.all(from))
                .extracting(message -> message.getUid().asLong())
                .containsExactly(3L);
        assertThat(boxes.all(to)).hasSize(4);
        assertThat(boxes.counted(from).get(0)).isEqualTo(boxes.counted(from).get(1));
    }

    @Test
    void all_come_under_one_modseq_or_none_comes() throws Exception {
        sets.move(gaps());
        assertThat(boxes.changes(to)).containsExactly("2 a 1", "2 a 2", "2 a 3", "2 a 4");
        boxes.add(from, "six", new Flags());
        boxes.sql.update("ALTER TABLE message ADD CONSTRAINT few CHECK (mailbox_id <> ? OR uid < 6)"
                .replace("?", to.getMailboxId().serialize()));
        try {
            assertThatThrownBy(() -> sets.move(
                            Transfer.of(List.of(range(3, 3), range(6, 6)), from.getMailboxId(), to.getMailboxId())))
                    .isInstanceOf(MailboxException.class);
        } finally {
            boxes.sql.update("ALTER TABLE message DROP CONSTRAINT few"); // the tables are those of all tests
        }
        assertThat(boxes.all(from)).hasSize(2);
        assertThat(boxes.all(to)).hasSize(4);
    }

    @Test
    void message_that_was_copied_beside_itself_becomes_two_there() throws Exception {
        Transfer here = Transfer.of(List.of(range(1, 1)), from.getMailboxId(), from.getMailboxId());
        sets.copy(here);
        Transferred done = sets.move(Transfer.of(List.of(MessageRange.all()), from.getMailboxId(), to.getMailboxId()));
        assertThat(numbers(done.wereUids())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(numbers(done.areUids())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(boxes.count("content")).isEqualTo(5);
    }

    @Test
    void nothing_is_nothing() throws Exception {
        Transfer none = Transfer.of(List.of(range(70, 80)), from.getMailboxId(), to.getMailboxId());
        assertThat(sets.move(none)).isEqualTo(Transferred.NOTHING);
        assertThat(sets.move(Transfer.of(List.of(), from.getMailboxId(), to.getMailboxId())))
                .isEqualTo(Transferred.NOTHING);
    }

    @Test
    void where_there_is_no_mailbox_nothing_goes() throws Exception {
        assertThatThrownBy(() -> sets.move(Transfer.of(GAPS, from.getMailboxId(), new MailboxNumber(4711))))
                .isInstanceOf(MailboxNotFoundException.class);
        assertThat(boxes.all(from)).hasSize(5);
    }
}
