package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.delivery.LaterVerdicts;
import fr.sceau.store.delivery.LaterVerdicts.Waiting;
import fr.sceau.store.delivery.SideRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.junit.jupiter.api.Test;

/** What becomes of a verdict that had to wait. */
final class LaterVerdictsTest {
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(1));

    private final TestBoxes boxes = new TestBoxes();
    private final Mailbox inbox = boxes.box("INBOX");
    private final Mailbox work = boxes.box("Travail");
    private final LaterVerdicts later = new LaterVerdicts(boxes.database);

    private UUID delivered(String verdict) throws MailboxException {
        UUID content = ContentId.of(boxes.add(inbox, verdict, new Flags()).getMessageId())
                .value();
        boxes.sql.update(
                "INSERT INTO side_record (content_id, mail, verdict, evidence, origin, documents)"
                        + " VALUES (?, ?, ?, '{\"first\": 1}', '{}', '[]')",
                content,
                UUID.randomUUID(),
                verdict);
        return content;
    }

    private List<UUID> waiting() {
        return later.after(Waiting.since(LONG_AGO), Instant.now().minusSeconds(60), 10).stream()
                .map(Waiting::content)
                .toList();
    }

    private List<String> keywords(Mailbox box) throws MailboxException {
        return boxes.all(box).stream()
                .flatMap(message -> List.of(message.createFlags().getUserFlags()).stream())
                .sorted()
                .toList();
    }

    @Test
    void settled_verdict_is_told_wherever_the_message_is_and_the_first_stays() throws Exception {
        UUID content = delivered("pending");
        boxes.mapper.copy(work, boxes.all(inbox));
        assertThat(keywords(work)).containsExactly(Judged.KEYWORD);

        assertThat(later.settle(content, "trusted", "{\"second\": 2}")).isTrue();

        assertThat(keywords(inbox)).containsExactly(Judged.CONFIRMED, Judged.KEYWORD);
        assertThat(keywords(work)).containsExactly(Judged.CONFIRMED, Judged.KEYWORD);
        assertThat(boxes.changes(inbox)).containsExactly("2 a 1", "3 f 1");
        assertThat(boxes.changes(work)).containsExactly("2 a 1", "3 f 1");
        assertThat(boxes.mapper.getHighestModSeq(work).asLong()).isEqualTo(3);
        assertThat(boxes.mapper.getApplicableFlag(work).getUserFlags()).contains(Judged.CONFIRMED);
        assertThat(new SideRecords(boxes.database).of(content).orElseThrow().findings())
                .satisfies(first -> assertThat(first.verdict()).isEqualTo("pending"))
                .satisfies(first -> assertThat(first.evidence()).contains("first"));
    }

    @Test
    void verdict_is_settled_once_and_only_if_it_waits() throws Exception {
        UUID content = delivered("pending");
        UUID other = delivered("invalid.digest-mismatch");
        assertThat(waiting()).containsExactly(content);
        assertThat(later.settle(other, "trusted", "{}")).isFalse();
        assertThat(later.settle(content, "untrusted.revoked", "{}")).isTrue();
        assertThat(later.settle(content, "trusted", "{}")).isFalse();
        assertThat(later.settle(UUID.randomUUID(), "trusted", "{}")).isFalse();
        assertThat(waiting()).isEmpty();
        assertThat(keywords(inbox)).containsExactly(Judged.KEYWORD, Judged.KEYWORD, Judged.REVOKED);
        assertThat(boxes.changes(inbox)).containsExactly("2 a 1", "3 a 2", "4 f 1");
    }

    @Test
    void verdict_that_lacks_an_authority_waits_for_a_while() throws Exception {
        UUID content = delivered("untrusted.issuer-awaited");
        delivered("untrusted.no-trusted-path");
        UUID older = delivered("untrusted.issuer-awaited");
        boxes.sql.update("UPDATE side_record SET recorded = now() - interval '2 minutes' WHERE content_id = ?", older);
        assertThat(waiting()).containsExactly(content);
        assertThat(later.settle(content, "trusted", "{}")).isTrue();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void walk_goes_on_after_the_last_one() throws Exception {
        List<UUID> all = List.of(delivered("pending"), delivered("pending"), delivered("pending"));
        List<Waiting> two = later.after(Waiting.since(LONG_AGO), LONG_AGO, 2);
        assertThat(two).extracting(Waiting::content).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(later.after(two.get(1), LONG_AGO, 2))
                .extracting(Waiting::content)
                .containsExactly(all.get(2));
    }

    @Test
    void no_client_can_say_so_itself() throws Exception {
        UUID content = delivered("pending");
        Flags forged = new Flags(Judged.CONFIRMED);
        boxes.add(inbox, "faux", new Flags("$sceauconfirmed"));
        FlagsUpdateCalculator add = new FlagsUpdateCalculator(forged, FlagsUpdateMode.ADD);
        boxes.mapper.updateFlags(inbox, add, MessageRange.all());
        assertThat(keywords(inbox)).containsExactly(Judged.KEYWORD);
        later.settle(content, "untrusted.revoked", "{}");
        boxes.mapper.updateFlags(
                inbox,
                new FlagsUpdateCalculator(new Flags(Judged.REVOKED), FlagsUpdateMode.REMOVE),
                MessageRange.all());
        boxes.mapper.updateFlags(
                inbox, new FlagsUpdateCalculator(new Flags(), FlagsUpdateMode.REPLACE), MessageRange.all());
        assertThat(keywords(inbox)).containsExactly(Judged.KEYWORD, Judged.REVOKED);
    }
}
