package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.junit.jupiter.api.Test;

/** Flags that are changed only where nobody has changed them meanwhile. */
final class ConditionalFlagsTest {
    private static final int CLIENTS = 8;

    private final TestBoxes boxes = new TestBoxes();
    private final Mailbox inbox = boxes.box("INBOX");

    private ConditionalFlags.Outcome mark(String keyword, long unchangedSince) throws Exception {
        FlagsUpdateCalculator add = new FlagsUpdateCalculator(new Flags(keyword), FlagsUpdateMode.ADD);
        return boxes.mapper.updateFlags(inbox, add, MessageRange.all(), unchangedSince);
    }

    @Test
    void those_that_have_changed_are_named_and_left_alone() throws Exception {
        boxes.add(inbox, "un", new Flags());
        boxes.add(inbox, "deux", new Flags()); // modseq 3
        FlagsUpdateCalculator seen = new FlagsUpdateCalculator(new Flags(Flags.Flag.SEEN), FlagsUpdateMode.ADD);
        boxes.mapper.updateFlags(inbox, seen, MessageRange.one(MessageUid.of(1))); // modseq 4
        ConditionalFlags.Outcome outcome = mark("pris", 3);
        assertThat(outcome.refused()).containsExactly(MessageUid.of(1));
        assertThat(outcome.done()).extracting(UpdatedFlags::getUid).containsExactly(MessageUid.of(2));
        assertThat(outcome.done().get(0).getModSeq().asLong()).isEqualTo(5);
        assertThat(boxes.all(inbox))
                .extracting(message -> message.createFlags().contains("pris"))
                .containsExactly(false, true);
    }

    @Test
    void of_many_who_take_a_message_at_once_one_has_it() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int round = 0; round < 20; round++) {
                long modSeq = boxes.add(inbox, "un", new Flags()).getModSeq().asLong();
                List<Callable<ConditionalFlags.Outcome>> all = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    String keyword = "pris-" + client;
                    all.add(() -> mark(keyword, modSeq));
                }
                int done = 0;
                for (Future<ConditionalFlags.Outcome> each : clients.invokeAll(all)) {
                    done += each.get().done().size();
                }
                assertThat(done).isEqualTo(1);
                boxes.mapper.deleteMessages(
                        inbox,
                        boxes.all(inbox).stream()
                                .map(message -> message.getUid())
                                .toList());
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
