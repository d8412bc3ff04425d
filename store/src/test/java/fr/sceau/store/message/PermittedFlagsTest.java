package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.message.MessageTransfers.Transfer;
import java.time.Clock;
import java.util.List;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message with all flags, copied or moved by somebody who may set some of them (RFC 4314 4). */
final class PermittedFlagsTest {
    private final TestBoxes boxes = new TestBoxes();
    private final Mailbox from = boxes.box("INBOX");
    private final Mailbox to = boxes.box("Dossiers");

    private void arrives(boolean moved, PermittedFlags permitted, String expected) throws Exception {
        Flags all = new Flags(Flag.SEEN);
        all.add(Flag.DELETED);
        all.add(Flag.FLAGGED);
        all.add("urgent");
        boxes.add(from, "tout", all);
        SetTransfer sets = new SetTransfer(boxes.database, Clock.systemUTC());
        Transfer wanted = new Transfer(List.of(MessageRange.all()), from.getMailboxId(), to.getMailboxId(), permitted);
        List<MessageMetaData> told = (moved ? sets.move(wanted) : sets.copy(wanted)).are();
        Flags flags = new Flags(Flag.RECENT);
        for (String each : expected.split(" ")) {
            switch (each) {
                case "seen" -> flags.add(Flag.SEEN);
                case "deleted" -> flags.add(Flag.DELETED);
                case "flagged" -> flags.add(Flag.FLAGGED);
                case "-" -> {}
                default -> flags.add(each);
            }
        }
        assertThat(told).extracting(MessageMetaData::getFlags).containsExactly(flags);
        assertThat(boxes.all(to)).singleElement().satisfies(there -> assertThat(there.createFlags())
                .isEqualTo(flags));
        assertThat(boxes.counted(to).get(0)).isEqualTo(boxes.counted(to).get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "false,false,false,-",
        "true,false,false,seen",
        "false,true,false,deleted",
        "false,false,true,flagged urgent",
        "true,true,true,seen deleted flagged urgent"
    })
    void message_arrives_with_the_permitted_flags_only(boolean seen, boolean deleted, boolean others, String expected)
            throws Exception {
        arrives(false, new PermittedFlags(seen, deleted, others), expected);
    }

    @ParameterizedTest
    @CsvSource({"false,false,false,-", "true,false,true,seen flagged urgent"})
    void so_does_a_moved_one(boolean seen, boolean deleted, boolean others, String expected) throws Exception {
        arrives(true, new PermittedFlags(seen, deleted, others), expected);
    }
}
