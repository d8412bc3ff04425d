package fr.sceau.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.server.accounts.AccountSessions;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
    private static final Username LEILA = Username.of("leila.benali@exemple.mssante.test");
    private final MailboxSession own = session("leila.benali@exemple.mssante.test");
    private final MailboxSession atService = session("leila.benali+cardio.nord@exemple.mssante.test");

    private static MailboxSession session(String login) {
        return new MailboxSession(
                MailboxSession.SessionId.of(1),
                LEILA,
                Optional.of(Username.of(login)),
                List.of(),
                AccountSessions.DELIMITER,
                MailboxSession.SessionType.User);
    }

    private static MailboxPath shown(String name) {
        return MailboxPath.forUser(LEILA, name);
    }

    @ParameterizedTest
    @CsvSource({
        "INBOX, leila.benali@exemple.mssante.test, INBOX",
        "Dr. Martin/2026, leila.benali@exemple.mssante.test, Dr. Martin/2026",
        "Partages2/a@b.test, leila.benali@exemple.mssante.test, Partages2/a@b.test",
        "Partages/cardio.nord@exemple.mssante.test, cardio.nord@exemple.mssante.test, INBOX",
        "Partages/cardio.nord@autre.mssante.test/À classer/M. Petit, cardio.nord@autre.mssante.test, À classer/M. Petit"
    })
    void name_stands_for_a_folder_of_a_box_and_is_shown_by_the_same_name(String name, String owner, String folder) {
        Place place = Names.place(shown(name), own).orElseThrow();
        assertThat(place).isEqualTo(Place.in(Username.of(owner), folder));
        assertThat(Names.shown(place.path(), own)).isEqualTo(shown(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Partages",
                "Partages/",
                "Partages/cardiologie",
                "Partages/@exemple.mssante.test",
                "Partages/leila.benali+cardiologie@exemple.mssante.test",
                "Partages/a@b@exemple.mssante.test",
                "Partages/cardiologie@exemple.mssante.test/inbox"
            })
    void anything_else_below_the_prefix_stands_for_nothing(String name) {
        assertThat(Names.place(shown(name), own)).isEmpty();
    }

    @Test
    void session_of_one_box_shows_that_box_and_nothing_else() {
        Username box = Username.of("cardio.nord@exemple.mssante.test");
        assertThat(Names.showsOneBox(atService)).isTrue();
        assertThat(Names.showsOneBox(own)).isFalse();
        assertThat(Names.place(shown("INBOX"), atService)).contains(Place.in(box, "INBOX"));
        assertThat(Names.place(shown("Partages/claire@exemple.mssante.test"), atService))
                .contains(Place.in(box, "Partages/claire@exemple.mssante.test"));
        assertThat(Names.shown(MailboxPath.forUser(box, "Archives"), atService)).isEqualTo(shown("Archives"));
    }

    @Test
    void paths_that_are_already_real_stay_as_they_are() {
        MailboxPath real = MailboxPath.inbox(Username.of("claire@exemple.mssante.test"));
        assertThat(Names.place(real, own)).contains(new Place(real.getUser(), real));
    }
}
