package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.junit.jupiter.api.Test;

/** RFC 4314 4. */
final class FlagRightsTest {
    private static FlagRights rights(String letters) throws Exception {
        return FlagRights.of(Rfc4314Rights.fromSerializedRfc4314Rights(letters));
    }

    private static Flags flags(Flag... all) {
        Flags flags = new Flags();
        for (Flag flag : all) {
            flags.add(flag);
        }
        return flags;
    }

    @Test
    void each_right_lets_its_flags_pass() throws Exception {
        Flags asked = flags(Flag.SEEN, Flag.DELETED, Flag.FLAGGED, Flag.RECENT);
        asked.add("$Forwarded");
        assertThat(rights("lrs").among(asked)).isEqualTo(flags(Flag.SEEN, Flag.RECENT));
        assertThat(rights("lrt").among(asked)).isEqualTo(flags(Flag.DELETED, Flag.RECENT));
        Flags written = flags(Flag.FLAGGED, Flag.RECENT);
        written.add("$Forwarded");
        assertThat(rights("lrw").among(asked)).isEqualTo(written);
    }

    @Test
    void part_of_a_change_is_done_and_none_of_it_is_refused() throws Exception {
        assertThat(rights("lrs").change(flags(Flag.SEEN, Flag.FLAGGED), FlagsUpdateMode.ADD))
                .isEqualTo(flags(Flag.SEEN));
        FlagRights reader = rights("lr");
        assertThatThrownBy(() -> reader.change(flags(Flag.FLAGGED), FlagsUpdateMode.ADD))
                .isInstanceOf(InsufficientRightsException.class);
    }

    @Test
    void replacing_takes_all_three() throws Exception {
        assertThat(rights("lrswt").change(flags(Flag.SEEN), FlagsUpdateMode.REPLACE))
                .isEqualTo(flags(Flag.SEEN));
        FlagRights some = rights("lrsw");
        assertThatThrownBy(() -> some.change(flags(Flag.SEEN), FlagsUpdateMode.REPLACE))
                .isInstanceOf(InsufficientRightsException.class);
    }

    @Test
    void reader_sees_a_folder_that_is_read_only() throws Exception {
        assertThat(rights("lr").writable()).isFalse();
        assertThat(rights("lri").writable()).isTrue();
    }
}
