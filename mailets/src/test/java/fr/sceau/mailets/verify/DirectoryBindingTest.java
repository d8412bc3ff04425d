package fr.sceau.mailets.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.support.FakeDirectory;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.SenderBinding.Match;
import fr.sceau.smime.identity.CertificateIdentity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose certificate may sign for which mailbox, as the directory rules it. */
final class DirectoryBindingTest {
    private static final String BOX = "cardiologie@exemple.mssante.test";
    private static final String CHU = "1990000001";
    private static final CertificateIdentity LEILA = new CertificateIdentity.Person("899700218896", "BENALI", "LEILA");
    private static final CertificateIdentity PAUL = new CertificateIdentity.Person("899700218904", "DURAND", "PAUL");

    private final FakeDirectory directory = new FakeDirectory();
    private final DirectoryBinding binding = new DirectoryBinding(directory);

    @BeforeEach
    void anotherMailboxOfTheStructure() {
        entry("paul.durand@exemple.mssante.test", MailboxType.PER, Optional.of("899700218904"));
    }

    private void entry(String address, MailboxType type, Optional<String> idNatPs) {
        directory.add(new MailboxEntry(
                address,
                type,
                idNatPs,
                List.of(CHU),
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false));
    }

    private Match match(CertificateIdentity signer) {
        return binding.match(signer, World.LAB_KEY.certificate(), BOX);
    }

    @Test
    void person_signs_for_the_own_mailbox_only() {
        entry(BOX, MailboxType.PER, Optional.of("899700218896"));
        assertThat(match(LEILA)).isEqualTo(Match.SAME);
        assertThat(match(PAUL)).isEqualTo(Match.OTHER_PERSON);
    }

    @ParameterizedTest
    @EnumSource(names = {"ORG", "APP", "CAB"})
    void delegate_whom_the_directory_names_signs_for_the_mailbox_of_a_structure(MailboxType type) {
        entry(BOX, type, Optional.of("899700218896"));
        assertThat(match(LEILA)).isEqualTo(Match.SAME);
        assertThat(match(PAUL)).as("works in the same structure").isEqualTo(Match.NOT_DELEGATE);
    }

    @Test
    void mailbox_of_a_structure_without_a_delegate_has_no_person() {
        entry(BOX, MailboxType.ORG, Optional.empty());
        assertThat(match(LEILA)).isEqualTo(Match.NOT_DELEGATE);
    }

    @Test
    void structure_signs_for_all_its_mailboxes_and_for_no_other() {
        entry(BOX, MailboxType.ORG, Optional.empty());
        assertThat(match(new CertificateIdentity.Organisation(CHU, "CHU", "messagerie")))
                .isEqualTo(Match.SAME);
        assertThat(match(new CertificateIdentity.Organisation("1990000002", "CHU", "messagerie")))
                .isEqualTo(Match.OTHER_STRUCTURE);
    }

    @Test
    void mailbox_that_is_in_no_directory_is_nobodys() {
        assertThat(match(LEILA)).isEqualTo(Match.UNKNOWN);
        entry(BOX, MailboxType.PER, Optional.of("899700218896"));
        assertThat(match(new CertificateIdentity.Unknown("CN=Leila"))).isEqualTo(Match.UNKNOWN);
    }

    @Test
    void directory_that_is_away_is_no_answer() {
        directory.away = true;
        assertThatThrownBy(() -> match(LEILA)).isInstanceOf(MailetsException.class);
    }
}
