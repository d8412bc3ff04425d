package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.util.streams.Iterators;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private static final Flags SEEN = new Flags(Flags.Flag.SEEN);

    private final TestBoxes boxes = new TestBoxes();
    private final Mailbox inbox = boxes.box("INBOX");
    private final Mailbox work = boxes.box("Travail");

    @Test
    void every_change_has_its_row_at_its_modseq() throws Exception {
        boxes.add(inbox, "un", new Flags());
        boxes.add(inbox, "deux", new Flags());
        boxes.add(inbox, "trois", SEEN);
        flags(inbox, SEEN, FlagsUpdateMode.ADD);
        boxes.mapper.copy(work, boxes.all(inbox));
        boxes.mapper.move(work, boxes.all(inbox).subList(0, 1));
        boxes.mapper.deleteMessages(inbox, List.of(MessageUid.of(2), MessageUid.of(3), MessageUid.of(9)));
        assertThat(boxes.changes(inbox))
                .containsExactly("2 a 1", "3 a 2", "4 a 3", "5 f 1", "5 f 2", "6 x 1", "7 x 2", "7 x 3");
        assertThat(boxes.changes(work)).containsExactly("2 a 1", "2 a 2", "2 a 3", "3 a 4");
        assertThat(boxes.mapper.getHighestModSeq(inbox).asLong()).isEqualTo(7);
        assertCounted(inbox);
        assertCounted(work);
    }

    @Test
    void what_came_or_changed_since_is_named_once_and_only_where_it_is_little() throws Exception {
        boxes.add(inbox, "un", new Flags());
        boxes.add(inbox, "deux", new Flags());
        boxes.add(inbox, "trois", new Flags()); // modseq 4
        flags(inbox, SEEN, FlagsUpdateMode.ADD); // 5, three times
        flags(inbox, SEEN, FlagsUpdateMode.REMOVE); // 6, three times
        boxes.mapper.deleteMessages(inbox, List.of(MessageUid.of(2))); // 7
        MailboxChanges changes = new MailboxChanges(boxes.database);
        MailboxNumber number = MailboxNumber.of(inbox);
        assertThat(changes.changedSince(number, 3, 7)).hasValue(List.of(1L, 2L, 3L));
        assertThat(changes.changedSince(number, 3, 6)).isEmpty();
        assertThat(changes.changedSince(number, 6, 6)).hasValue(List.of());
    }

    @Test
    void what_changes_nothing_leaves_no_trace() throws Exception {
        boxes.add(inbox, "un", SEEN);
        List<UpdatedFlags> updated = flags(inbox, SEEN, FlagsUpdateMode.ADD);
        boxes.mapper.deleteMessages(inbox, List.of(MessageUid.of(7)));
        assertThat(updated).hasSize(1).noneMatch(UpdatedFlags::flagsChanged);
        assertThat(boxes.changes(inbox)).containsExactly("2 a 1");
        assertThat(boxes.mapper.getHighestModSeq(inbox).asLong()).isEqualTo(2);
    }

    @Test
    void a_message_that_is_gone_is_not_copied_and_not_moved() throws Exception {
        boxes.add(inbox, "un", new Flags());
        boxes.add(inbox, "deux", new Flags());
        List<MailboxMessage> seen = boxes.all(inbox);
        boxes.mapper.deleteMessages(inbox, List.of(MessageUid.of(1)));
        assertThat(boxes.mapper.copy(work, seen)).hasSize(1);
        assertThat(boxes.mapper.move(work, seen)).hasSize(1);
        assertCounted(inbox);
        assertCounted(work);
    }

    @Test
    void a_mailbox_deleted_meanwhile_takes_nothing_away() throws Exception {
        boxes.add(inbox, "un", new Flags());
        List<MailboxMessage> seen = boxes.all(inbox);
        boxes.sql.update(
                "DELETE FROM mailbox WHERE id = ?", MailboxNumber.of(work).value());
        assertThatThrownBy(() -> boxes.mapper.move(work, seen)).isInstanceOf(MailboxNotFoundException.class);
        assertThatThrownBy(() -> boxes.mapper.copy(work, seen)).isInstanceOf(MailboxNotFoundException.class);
        assertThat(boxes.all(inbox)).hasSize(1);
        assertCounted(inbox);
    }

    @Test
    void a_move_within_a_mailbox_gives_new_uids() throws Exception {
        boxes.add(inbox, "un", new Flags());
        boxes.mapper.move(inbox, boxes.all(inbox));
        assertThat(boxes.all(inbox)).extracting(MailboxMessage::getUid).containsExactly(MessageUid.of(2));
        assertCounted(inbox);
    }

    @Test
    void keywords_are_the_same_in_any_case_and_are_remembered() throws Exception {
        boxes.add(inbox, "un", new Flags("$Label1"));
        flags(inbox, new Flags("$LABEL1"), FlagsUpdateMode.ADD);
        assertThat(boxes.changes(inbox)).containsExactly("2 a 1");
        flags(inbox, new Flags("$label1"), FlagsUpdateMode.REMOVE);
        assertThat(boxes.all(inbox).get(0).createFlags().getUserFlags()).isEmpty();
        assertThat(boxes.mapper.getApplicableFlag(inbox).getUserFlags()).containsExactly("$Label1");
    }

    @Test
    void the_judged_keyword_is_read_from_the_side_record_and_nowhere_else() throws Exception {
        Flags forged = new Flags("$sceaujudged");
        boxes.add(inbox, "faux", forged);
        MessageMetaData judged = boxes.add(inbox, "vrai", new Flags());
        boxes.sql.update(
                "INSERT INTO side_record (content_id, mail, verdict, evidence, origin, documents)"
                        + " VALUES (?, ?, 'unsigned', '{}', '{}', '{}')",
                ContentId.of(judged.getMessageId()).value(),
                UUID.randomUUID());
        flags(inbox, forged, FlagsUpdateMode.ADD);
        assertThat(userFlags(inbox)).containsExactly(List.of(), List.of(Judged.KEYWORD));
        flags(inbox, new Flags(), FlagsUpdateMode.REPLACE);
        flags(inbox, forged, FlagsUpdateMode.REMOVE);
        assertThat(userFlags(inbox)).containsExactly(List.of(), List.of(Judged.KEYWORD));
        boxes.mapper.copy(work, boxes.all(inbox));
        assertThat(userFlags(work)).containsExactly(List.of(), List.of(Judged.KEYWORD));
        assertThat(boxes.mapper.getApplicableFlag(work).getUserFlags()).containsExactly(Judged.KEYWORD);
        assertThat(boxes.sql.query("SELECT k FROM message, unnest(keywords) k", row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void many_at_once_lose_nothing_and_leave_no_orphan() throws Exception {
        List<Mailbox> all = List.of(inbox, work, boxes.box("Archives"));
        for (int i = 0; i < 20; i++) {
            boxes.add(all.get(i % 3), "message " + i, new Flags());
        }
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int seed = i;
            jobs.add(() -> shuffle(all, seed));
        }
        runAll(jobs);
        for (Mailbox box : all) {
            assertCounted(box);
            List<MailboxMessage> messages = boxes.all(box);
            assertThat(messages).extracting(MailboxMessage::getUid).isSorted();
            for (MailboxMessage message : messages) {
                assertThat(new String(message.getFullContent().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("corps de message");
            }
            assertThat(followed(box)).isEqualTo(uids(messages));
        }
        for (Mailbox box : all) {
            boxes.mapper.deleteMessages(
                    box, boxes.all(box).stream().map(MailboxMessage::getUid).toList());
        }
        assertThat(boxes.count("content")).isZero();
        assertThat(boxes.count("content_chunk")).isZero();
    }

    /** Copies, moves, flags and expunges what happens to be there. */
    private int shuffle(List<Mailbox> all, int seed) throws MailboxException {
        Random random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            Mailbox from = all.get(random.nextInt(3));
            Mailbox to = all.get(random.nextInt(3));
            List<MailboxMessage> there = boxes.all(from);
            List<MailboxMessage> some =
                    there.stream().filter(each -> random.nextInt(3) == 0).toList();
            switch (there.size() > 60 ? 3 : random.nextInt(4)) {
                case 0 -> boxes.mapper.copy(to, some);
                case 1 -> boxes.mapper.move(to, some);
                case 2 -> flags(from, SEEN, random.nextBoolean() ? FlagsUpdateMode.ADD : FlagsUpdateMode.REMOVE);
                default ->
                    boxes.mapper.deleteMessages(
                            from,
                            some.stream().skip(1).map(MailboxMessage::getUid).toList());
            }
        }
        return seed;
    }

    private static void runAll(List<Callable<Integer>> jobs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            for (Future<Integer> each : threads.invokeAll(jobs)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The uids that are there according to somebody who follows the change rows only. */
    private List<Long> followed(Mailbox box) {
        TreeSet<Long> there = new TreeSet<>();
        for (String change : boxes.changes(box)) {
            String[] parts = change.split(" ");
            long uid = Long.parseLong(parts[2]);
            Map.<String, Runnable>of("a", () -> there.add(uid), "f", () -> {}, "x", () -> there.remove(uid))
                    .getOrDefault(parts[1], () -> {})
                    .run();
        }
        return List.copyOf(there);
    }

    private static List<Long> uids(List<MailboxMessage> messages) {
        return messages.stream().map(each -> each.getUid().asLong()).toList();
    }

    private List<List<String>> userFlags(Mailbox box) throws MailboxException {
        return boxes.all(box).stream()
                .map(each -> List.of(each.createFlags().getUserFlags()))
                .toList();
    }

    private List<UpdatedFlags> flags(Mailbox box, Flags flags, FlagsUpdateMode mode) throws MailboxException {
        return Iterators.toStream(boxes.mapper.updateFlags(
                        box, new FlagsUpdateCalculator(new Flags(flags), mode), MessageRange.all()))
                .toList();
    }

    private void assertCounted(Mailbox box) {
        List<List<Long>> counted = boxes.counted(box);
        assertThat(counted.get(0)).isEqualTo(counted.get(1));
    }
}
