package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static fr.sceau.directory.server.TestFiles.MAILBOX_HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.schema.EntryValidator;
import fr.sceau.directory.client.Advice;
import fr.sceau.directory.client.Better;
import fr.sceau.directory.client.Format;
import fr.sceau.directory.client.Intention;
import fr.sceau.directory.server.entries.DirectorySchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the files of the operator and of the mail server, over LDAP, to what a sender is told. */
final class AdviceTest {
    private static final String ZOE = "899700218896";
    private static final String PAUL = "899700000039";
    private static final String CHU = "990000001";

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) {
        TestFiles.activities(folder.resolve("registry").resolve(SampleWorld.ACTIVITIES), SampleWorld.CLAIRE);
        TestFiles.mailboxes(
                folder.resolve("registry").resolve(SampleWorld.MAILBOXES),
                box("PER", "zoe.ancienne@autre.mssante.test", ZOE, ""),
                box("PER", "zoe.nouvelle@ville.mssante.test", ZOE, ""),
                box("PER", "zoe.fermee@ville.mssante.test", ZOE, ""),
                box("PER", "paul@autre.mssante.test", PAUL, "Cardiologie"),
                box("ORG", "cardio@autre.mssante.test", "", "Cardiologie"),
                box("ORG", "maternite@autre.mssante.test", "", "Maternité"),
                paperless("sur.papier@ville.mssante.test", CHU, "false"),
                paperless("zero.papier@ville.mssante.test", CHU, "true"),
                paperless("ici.papier@ville.mssante.test", CHU, "Y"),
                paperless("ici.papier@ville.mssante.test", "990000009", "N"));
        TestFiles.write(
                DirectoryFixture.own(folder),
                TestFiles.OWN_HEADER
                        + "\tformats\tmaxsize\n"
                        + "pdf@exemple.mssante.test\tORG\t\t1990000002\t\t\tSecrétariat\t\t\tPDF\t1000000\n"
                        + "resultats@exemple.mssante.test\tAPP\t\t1990000002\t\t\tRésultats\t\t\tHPRIM,CDA,PDF\n"
                        + "accueil@exemple.mssante.test\tORG\t\t1990000002\t\t\tAccueil\t\t\n");
        learned(
                folder,
                "zoe.ancienne@autre.mssante.test\t2026-01-10T08:00:00Z\t2026-10-30T09:00:00Z\t5.1.1\t2\t0\t",
                "zoe.fermee@ville.mssante.test\t\t2026-10-29T09:00:00Z\t5.1.1\t1\t0\t",
                "paul@autre.mssante.test\t\t2026-10-29T09:00:00Z\t5.2.1\t1\t0\t",
                "cardio@autre.mssante.test\t2026-10-01T08:00:00Z\t2026-10-31T09:00:00Z\t5.2.2\t0\t1\t",
                "machine@ailleurs.mssante.test\t2026-10-01T08:00:00Z\t\t\t0\t0\tXDM",
                "petite@ailleurs.mssante.test\t2026-10-01T08:00:00Z\t\t\t0\t0\t\t9000000\t2026-10-30T09:00:00Z",
                "maternite@autre.mssante.test\t2026-10-01T08:00:00Z\t\t\t0\t0\t\t9000000\t2026-10-30T09:00:00Z",
                "gone@ailleurs.mssante.test\t\t2026-10-29T09:00:00Z\t5.1.1\t1\t0\t");
        directory = new DirectoryFixture(folder);
    }

    private static String paperless(String address, String structure, String declared) {
        return TestFiles.line(
                MAILBOX_HEADER,
                Map.of(
                        "Type de BAL",
                        "ORG",
                        "Adresse BAL",
                        address,
                        "Type identifiant structure",
                        "1",
                        "Identification Structure",
                        structure,
                        "Dématérialisation",
                        declared,
                        "Raison Sociale structure BAL",
                        "CABINET"));
    }

    private static String box(String type, String address, String idNat, String service) {
        return TestFiles.line(
                MAILBOX_HEADER,
                Map.ofEntries(
                        Map.entry("Type de BAL", type),
                        Map.entry("Adresse BAL", address),
                        Map.entry("Identification nationale PP", idNat),
                        Map.entry("Type identifiant structure", "1"),
                        Map.entry("Identification Structure", CHU),
                        Map.entry("Service de rattachement", service),
                        Map.entry("Nom d'exercice", idNat.isEmpty() ? "" : "NOM"),
                        Map.entry("Prénom d'exercice", idNat.isEmpty() ? "" : "Prénom"),
                        Map.entry("Raison Sociale structure BAL", "CENTRE HOSPITALIER")));
    }

    private static void learned(Path folder, String... lines) {
        TestFiles.write(
                folder.resolve("learned").resolve("remises.tsv"),
                "address\tsuccess\tfailure\tcode\tclosed\tfailing\tformats\ttoolarge\ttoolargeat\n"
                        + String.join("\n", lines) + "\n");
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static Advice advice(String address, Format... formats) throws Exception {
        return directory.client.advise(new Intention(address, Set.of(formats), false, 0));
    }

    private static List<String> better(Advice advice) {
        return advice.better().stream().map(Better::address).toList();
    }

    @Test
    void a_mailbox_that_was_closed_is_told_with_a_living_one_of_the_same_person() throws Exception {
        Advice advice = advice("Zoe.Ancienne@autre.mssante.test");
        assertThat(advice).isInstanceOf(Advice.Dead.class);
        assertThat(advice.sentence())
                .isEqualTo("Cette boîte semble fermée : plus rien n'y est remis depuis le 10/01/2026"
                        + " (dernier refus le 30/10/2026, code 5.1.1).");
        assertThat(better(advice)).first().isEqualTo("zoe.nouvelle@ville.mssante.test");
        assertThat(better(advice)).doesNotContain("zoe.fermee@ville.mssante.test", "paul@autre.mssante.test");
    }

    @Test
    void without_another_one_of_his_own_the_service_stands_in_and_no_other_service_or_person() throws Exception {
        Advice advice = advice("paul@autre.mssante.test");
        assertThat(advice).isInstanceOf(Advice.Dead.class);
        assertThat(better(advice))
                .doesNotContain("maternite@autre.mssante.test")
                .noneMatch(a -> a.startsWith("zoe"));
    }

    @Test
    void one_failure_after_successes_is_told_as_what_it_is() throws Exception {
        assertThat(advice("cardio@autre.mssante.test"))
                .isInstanceOf(Advice.Failing.class)
                .extracting(Advice::sentence)
                .asString()
                .contains("31/10/2026", "5.2.2");
    }

    @Test
    void a_box_that_takes_pdf_only_is_told_with_one_of_the_structure_that_takes_the_document() throws Exception {
        Advice advice = advice("pdf@exemple.mssante.test", Format.HPRIM, Format.PDF);
        assertThat(advice).isInstanceOf(Advice.Unfit.class);
        assertThat(advice.sentence()).contains("(résultats HPRIM)");
        assertThat(better(advice)).containsExactly("resultats@exemple.mssante.test", "accueil@exemple.mssante.test");
        assertThat(advice("pdf@exemple.mssante.test", Format.PDF)).isInstanceOf(Advice.Fine.class);
        assertThat(directory.client.advise(new Intention("pdf@exemple.mssante.test", Set.of(), false, 1_000_001)))
                .isInstanceOf(Advice.TooLarge.class);
    }

    @Test
    void a_letter_to_a_box_that_only_software_reads_is_told() throws Exception {
        Advice advice = advice("resultats@exemple.mssante.test");
        assertThat(advice).isInstanceOf(Advice.Unread.class);
        assertThat(better(advice)).containsExactly("accueil@exemple.mssante.test", "pdf@exemple.mssante.test");
        assertThat(advice("resultats@exemple.mssante.test", Format.HPRIM)).isInstanceOf(Advice.Fine.class);
        Intention unknown = Intention.of("resultats@exemple.mssante.test", List.of("r.txt"), 0);
        assertThat(directory.client.advise(unknown)).isInstanceOf(Advice.Fine.class);
    }

    @Test
    void a_size_that_was_refused_before_is_told_whether_the_box_is_published_or_not() throws Exception {
        for (String box : List.of("petite@ailleurs.mssante.test", "maternite@autre.mssante.test")) {
            assertThat(directory.client.advise(new Intention(box, Set.of(), false, 8_999_999)))
                    .isInstanceOf(Advice.Fine.class);
            assertThat(directory.client.advise(new Intention(box, Set.of(), false, 9_000_000)))
                    .isInstanceOf(Advice.OnceTooLarge.class)
                    .extracting(Advice::sentence)
                    .isEqualTo("Un message de 9000 ko pour cette boîte a été refusé pour sa taille le 30/10/2026.");
        }
    }

    @Test
    void who_has_not_gone_paperless_is_told_to_those_who_send_documents() throws Exception {
        Advice advice = advice("sur.papier@ville.mssante.test", Format.HPRIM);
        assertThat(advice).isInstanceOf(Advice.PaperWanted.class);
        assertThat(advice.sentence()).contains("« zéro papier »");
        assertThat(advice.better()).isEmpty();
        assertThat(directory.client.advise(Intention.of("sur.papier@ville.mssante.test", List.of("r.txt"), 0)))
                .isInstanceOf(Advice.PaperWanted.class);
        assertThat(advice("sur.papier@ville.mssante.test")).isInstanceOf(Advice.Fine.class);
        assertThat(advice("zero.papier@ville.mssante.test", Format.HPRIM)).isInstanceOf(Advice.Fine.class);
        assertThat(advice("ici.papier@ville.mssante.test", Format.HPRIM)).isInstanceOf(Advice.PaperWanted.class);
        assertThat(advice("zoe.nouvelle@ville.mssante.test", Format.HPRIM)).isInstanceOf(Advice.Fine.class);
    }

    @Test
    void who_wants_paper_may_stand_in_all_the_same() throws Exception {
        assertThat(better(
                        directory.client.advise(Intention.of("zoe.ancienne@autre.mssante.test", List.of("r.txt"), 0))))
                .contains("ici.papier@ville.mssante.test");
    }

    @Test
    void an_address_that_is_not_published_is_told_until_something_reached_it() throws Exception {
        assertThat(advice("zoe@typo.mssante.test")).isInstanceOf(Advice.Unknown.class);
        assertThat(advice("machine@ailleurs.mssante.test")).isInstanceOf(Advice.Fine.class);
        assertThat(advice("gone@ailleurs.mssante.test")).isInstanceOf(Advice.Dead.class);
        assertThat(advice("1234567890123@patient.mssante.test")).isInstanceOf(Advice.Fine.class);
    }

    @Test
    void what_a_mail_server_of_the_version_before_wrote_is_read(@TempDir Path folder) throws Exception {
        try (DirectoryFixture own = SampleWorld.start(folder)) {
            TestFiles.write(
                    folder.resolve("learned").resolve("remises.tsv"),
                    "address\tsuccess\tfailure\tcode\tclosed\tfailing\tformats\n"
                            + "zoe.dartagnan@autre.mssante.test\t\t2026-10-29T09:00:00Z\t5.1.1\t1\t0\t\n");
            Intention toZoe = Intention.of("zoe.dartagnan@autre.mssante.test", List.of(), 0);
            eventually(() -> own.client.advise(toZoe) instanceof Advice.Dead);
        }
    }

    @Test
    void what_was_learned_is_served_beside_the_mailboxes_and_valid() throws Exception {
        Entry past = directory.connection.getEntry("asBoite=maternite@autre.mssante.test,ou=remises,o=annuaire-sante");
        assertThat(past.getAttributeValue("asRefusTaille")).isEqualTo("20261030090000Z");
        List<String> faults = new ArrayList<>();
        assertThat(new EntryValidator(DirectorySchema.load()).entryIsValid(past, faults))
                .as(faults.toString())
                .isTrue();
        Entry box = directory.connection.getEntry("mail=pdf@exemple.mssante.test,ou=boites,o=annuaire-sante");
        assertThat(new EntryValidator(DirectorySchema.load()).entryIsValid(box, faults))
                .as(faults.toString())
                .isTrue();
        assertThat(directory.mails(Filter.createEqualityFilter("mail", "cardio@autre.mssante.test")))
                .hasSize(1);
    }

    @Test
    void a_success_takes_the_word_back_within_moments(@TempDir Path folder) throws Exception {
        try (DirectoryFixture own = SampleWorld.start(folder)) {
            Intention toZoe = Intention.of("zoe.dartagnan@autre.mssante.test", List.of(), 0);
            assertThat(own.client.advise(toZoe)).isInstanceOf(Advice.Fine.class);
            learned(folder, "zoe.dartagnan@autre.mssante.test\t\t2026-10-29T09:00:00Z\t5.1.1\t1\t0\t");
            eventually(() -> own.client.advise(toZoe) instanceof Advice.Dead);
            learned(
                    folder,
                    "zoe.dartagnan@autre.mssante.test\t2026-10-30T09:00:00Z\t2026-10-29T09:00:00Z\t5.1.1\t0\t0\t");
            eventually(() -> own.client.advise(toZoe) instanceof Advice.Fine);
        }
    }

    @Test
    void a_mailbox_that_the_newest_extraction_lacks_is_told(@TempDir Path folder) throws Exception {
        try (DirectoryFixture own = SampleWorld.start(folder)) {
            TestFiles.mailboxes(
                    own.registry("Extraction_Correspondance_MSSante_202611010900.txt"),
                    box("PER", "zoe.nouvelle@autre.mssante.test", ZOE, ""));
            Intention toZoe = Intention.of("zoe.dartagnan@autre.mssante.test", List.of(), 0);
            eventually(() -> own.client.advise(toZoe) instanceof Advice.Withdrawn);
            assertThat(own.client.advise(toZoe)).isInstanceOfSatisfying(Advice.Withdrawn.class, withdrawn -> {
                assertThat(withdrawn.since()).isEqualTo(LocalDate.parse("2026-11-01"));
                assertThat(better(withdrawn))
                        .startsWith("claire.martin@exemple.mssante.test", "zoe.nouvelle@autre.mssante.test");
            });
        }
    }
}
