package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RightsTest {
    @ParameterizedTest
    @CsvSource({
        "Leila.Benali@Exemple.test, leila.benali@exemple.test",
        "-Leila.Benali@Exemple.test, -leila.benali@exemple.test",
        "leila.benali@exemple.test, leila.benali@exemple.test",
        "$Groupe@Exemple.test, $Groupe@Exemple.test",
        "Anybody, Anybody",
        "anybody, anybody",
        "OWNER, OWNER"
    })
    void what_is_given_to_one_spelling_of_a_login_is_taken_away_by_another(String typed, String meant)
            throws Exception {
        MailboxACL.ACLCommand command = MailboxACL.command()
                .key(EntryKey.deserialize(typed))
                .rights(Right.Read)
                .asRemoval();
        MailboxACL.ACLCommand changed = Rights.ofLogin(command);
        assertThat(changed.getEntryKey()).isEqualTo(EntryKey.deserialize(meant));
        assertThat(changed.getEditMode()).isEqualTo(MailboxACL.EditMode.REMOVE);
        assertThat(changed.getRights()).isEqualTo(command.getRights());
    }
}
