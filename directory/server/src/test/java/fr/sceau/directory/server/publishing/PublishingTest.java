package fr.sceau.directory.server.publishing;

import static fr.sceau.directory.server.TestFiles.OWN_HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.util.json.JSONObject;
import fr.sceau.directory.server.LoopbackTls;
import fr.sceau.directory.server.TestCertificates;
import fr.sceau.directory.server.TestFiles;
import fr.sceau.directory.server.publishing.Standing.State;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house's mailboxes and a national directory as it is announced. */
final class PublishingTest {
    private static final String CLAIRE = "Practitioner urn:oid:1.2.250.1.71.4.2.1|899700218896";
    private static final String HOSPITAL = "Organization https://finess.esante.gouv.fr|990000001";
    private static final String SITE = "Organization urn:oid:1.2.250.1.71.4.2.2|312345678901234";
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final String HEADER = OWN_HEADER + "\tredlist\trank\tservice\tresponsible\n";

    private final Path home;
    private final NationalService service;
    private Instant now = START;

    PublishingTest(@TempDir Path home) throws Exception {
        this.home = home;
        this.service = new NationalService(home.resolve("trust").resolve("anchors"), false);
        service.knows(CLAIRE, HOSPITAL, SITE);
        configure("publication.url = " + service.url() + "/\n");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void configure(String settings) {
        TestFiles.write(home.resolve("conf").resolve("sceau.properties"), settings);
    }

    private void own(String... lines) {
        TestFiles.write(table(), HEADER + String.join("\n", lines) + "\n");
    }

    private Path table() {
        return home.resolve("directory").resolve("own").resolve("mailboxes.tsv");
    }

    private Path journal() {
        return home.resolve("directory").resolve("publication").resolve("journal.tsv");
    }

    private Publications publications() throws Exception {
        return Publications.of(home, () -> now);
    }

    private Tally publish(String... lines) throws Exception {
        own(lines);
        return publications().run();
    }

    private List<String> states() throws Exception {
        return publications().survey().standings().stream()
                .map(one -> one.address() + " " + one.state())
                .toList();
    }

    private Standing standing() throws Exception {
        List<Standing> all = publications().survey().standings();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String claire(String rest) {
        return "claire@ici.mssante.test\tPER\t899700218896\t1990000001\tMartin\tClaire\tDr Martin\tMédecin\tdeclared"
                + rest;
    }

    private static String service(String name, String structure, String label, String rest) {
        return name + "@ici.mssante.test\tORG\t\t" + structure + "\t\t\t" + label + "\t\t" + rest;
    }

    @Test
    void new_mailbox_is_asked_for_as_it_is_announced_and_once() throws Exception {
        TestFiles.write(home.resolve("conf").resolve("secrets.properties"), "publication.key = cle-de-test\n");
        assertThat(publish(
                        claire("\t\t1\tEndocrinologie\tM. X"),
                        service("accueil", "1990000001", "Accueil, côté cour", "\t\t2\tAdmissions\tMme Roche")))
                .isEqualTo(new Tally(2, 0, ""));
        List<NationalService.Asked> asked = service.asked();
        assertThat(asked).extracting(NationalService.Asked::target).containsExactlyInAnyOrder(CLAIRE, HOSPITAL);
        assertThat(asked).allSatisfy(one -> {
            assertThat(one.headers())
                    .containsEntry("method", "PATCH")
                    .containsEntry("content-type", "application/fhir+json")
                    .containsEntry("esante-api-key", "cle-de-test")
                    .containsKey("x-request-id");
            assertThat(one.body().getFieldAsString("resourceType")).isEqualTo("Parameters");
            assertThat(one.operation()).isEqualTo("insert");
            assertThat(NationalService.part(one.body(), "index").getFieldAsInteger("valueInteger"))
                    .isZero();
        });
        assertThat(asked)
                .extracting(one -> NationalService.part(one.body(), "path").getFieldAsString("valueString"))
                .containsExactlyInAnyOrder("Practitioner.telecom", "Organization.telecom");
        assertThat(service.mailboxes(CLAIRE)).containsOnlyKeys("claire@ici.mssante.test");
        assertThat(service.mailboxes(CLAIRE).get("claire@ici.mssante.test"))
                .isEqualTo(contactPoint("claire", "PER", 1, ""));
        assertThat(service.mailboxes(HOSPITAL).get("accueil@ici.mssante.test"))
                .isEqualTo(contactPoint("accueil", "ORG", 2, """
                        ,{"url":"description","valueString":"Accueil, côté cour"},{"url":"service","valueString":"Admissions"},\
                        {"url":"responsible","valueString":"Mme Roche"}"""));
        assertThat(publications().run()).as("nothing differs").isEqualTo(Tally.NOTHING);
        assertThat(service.asked()).isEmpty();
        assertThat(states()).containsExactly("accueil@ici.mssante.test PUBLISHED", "claire@ici.mssante.test PUBLISHED");
    }

    private static JSONObject contactPoint(String name, String type, int rank, String more) throws Exception {
        return new JSONObject("""
                {"system":"email","value":"%s@ici.mssante.test","extension":[
                {"url":"https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type","valueCoding":{
                "system":"https://mos.esante.gouv.fr/NOS/TRE_R256-TypeMessagerie/FHIR/TRE-R256-TypeMessagerie","code":"MSSANTE"}},
                {"url":"https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-mailbox-mss-metadata","extension":[
                {"url":"type","valueCodeableConcept":{"coding":[{
                "system":"https://mos.esante.gouv.fr/NOS/TRE_R257-TypeBAL/FHIR/TRE-R257-TypeBAL","code":"%s"}]}},
                {"url":"listeRouge","valueBoolean":false}%s]}],"rank":%d}""".formatted(name, type, more, rank));
    }

    @Test
    void change_replaces_and_a_line_that_is_gone_deletes() throws Exception {
        publish(service("o'neil", "1990000001", "Avant", ""), service("b", "312345678901234", "B", ""));
        service.asked();
        publish(service("o'neil", "1990000001", "Après", ""), service("b", "312345678901234", "B", ""));
        assertThat(service.operations()).containsExactly("replace " + HOSPITAL);
        assertThat(service.mailboxes(HOSPITAL).get("o'neil@ici.mssante.test"))
                .asString()
                .contains("Apr");
        publish(service("o'neil", "1990000001", "Après", ""));
        assertThat(service.operations()).containsExactly("delete " + SITE);
        publish();
        assertThat(service.mailboxes(HOSPITAL)).isEmpty();
        assertThat(states()).isEmpty();
    }

    @Test
    void red_list_is_never_published_and_takes_back_what_was() throws Exception {
        publish(claire("\tyes"), service("a", "1990000001", "A", ""));
        assertThat(service.operations()).containsExactly("insert " + HOSPITAL);
        publish(claire("\tyes"), service("a", "1990000001", "A", "\tyes"));
        assertThat(service.operations()).containsExactly("delete " + HOSPITAL);
        assertThat(states()).containsExactly("a@ici.mssante.test RED_LISTED", "claire@ici.mssante.test RED_LISTED");
        assertThat(service.mailboxes(HOSPITAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, inconnus", "412, plusieurs", "400, refusée"})
    void refusal_is_told_and_not_repeated_until_something_changes(int status, String reason) throws Exception {
        service.nextStatus(status);
        assertThat(publish(claire(""), service("a", "1990000001", "A", ""))).isEqualTo(new Tally(1, 1, ""));
        assertThat(service.asked()).hasSize(2);
        assertThat(publications().run()).isEqualTo(Tally.NOTHING);
        assertThat(publications().survey().standings())
                .filteredOn(one -> one.state() == State.REFUSED)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("HTTP " + status, reason));
        publications().retry("");
        assertThat(publications().run().accepted()).isEqualTo(1);
        assertThat(states()).allMatch(state -> state.endsWith(" PUBLISHED"));
    }

    @Test
    void what_the_service_says_itself_is_told_as_plain_text() throws Exception {
        publish(service("a", "1770000007", "A", ""));
        assertThat(standing().reason())
                .isEqualTo("HTTP 404 : titulaire ou structure inconnus de l'annuaire national (motif  404)");
        service.knows("Organization https://finess.esante.gouv.fr|770000008");
        service.knowsTwice("Organization https://finess.esante.gouv.fr|770000008");
        assertThat(publish(service("a", "1770000008", "A", "")))
                .as("another line")
                .isEqualTo(new Tally(0, 1, ""));
        assertThat(standing().reason()).startsWith("HTTP 412 : plusieurs titulaires");
    }

    /** What is asked for in {@code Retry-After} is waited for too. */
    @Test
    void too_many_requests_wait_then_go_on() throws Exception {
        service.nextStatus(429, "Retry-After", "300");
        Publications running = publications();
        own(claire(""), service("a", "1990000001", "A", ""));
        assertThat(running.run().putOff()).isEqualTo("HTTP 429 : trop de demandes");
        assertThat(service.asked()).as("the others are not tried").hasSize(1);
        now = now.plusSeconds(299);
        running.run();
        assertThat(service.asked()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(running.areDue()).isTrue();
        assertThat(running.run()).isEqualTo(new Tally(2, 0, ""));
    }

    @Test
    void service_that_fails_is_asked_again_in_one_two_four_minutes_and_at_last_every_hour() throws Exception {
        own(claire(""));
        Publications running = publications();
        List<Long> minutes = new ArrayList<>();
        Instant last = now;
        for (; now.isBefore(START.plus(Duration.ofHours(5))); now = now.plusSeconds(60)) {
            if (running.areDue()) {
                service.nextStatus(503);
                running.run();
            }
            if (!service.asked().isEmpty()) {
                minutes.add(Duration.between(last, now).toMinutes());
                last = now;
            }
        }
        assertThat(minutes).startsWith(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(standing().failures()).isEqualTo(minutes.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 401, 403, 302})
    void failure_that_is_not_the_mailboxs_is_put_off(int status) throws Exception {
        service.nextStatus(status);
        assertThat(publish(claire("")).putOff()).startsWith("HTTP " + status + " : ");
        now = now.plusSeconds(60);
        assertThat(publications().run()).isEqualTo(new Tally(1, 0, ""));
    }

    /** The one that fails each time does not keep the others. */
    @Test
    void mailbox_at_which_the_service_fails_comes_last_the_next_time() throws Exception {
        service.nextStatus(500);
        publish(service("a", "1990000001", "A", ""), service("b", "1990000001", "B", ""));
        now = now.plusSeconds(60);
        service.next((exchange, work) -> exchange.sendResponseHeaders(work.done(), -1));
        service.nextStatus(500);
        assertThat(publications().run().accepted()).isEqualTo(1);
        assertThat(service.mailboxes(HOSPITAL)).containsOnlyKeys("b@ici.mssante.test");
    }

    /** As when one is killed between the request and its note. */
    @Test
    void answer_that_was_lost_is_asked_for_again_and_ends_the_same() throws Exception {
        service.nextAnswerIsLost();
        assertThat(publish(claire("")).putOff()).isEqualTo("service injoignable, ou liaison coupée");
        assertThat(service.mailboxes(CLAIRE)).hasSize(1);
        now = now.plusSeconds(60);
        assertThat(publications().run()).isEqualTo(new Tally(1, 0, ""));
        assertThat(service.operations()).containsExactly("insert " + CLAIRE, "insert " + CLAIRE, "replace " + CLAIRE);

        service.nextAnswerIsLost();
        publish();
        now = now.plusSeconds(60);
        assertThat(publications().run()).isEqualTo(new Tally(1, 0, ""));
        assertThat(service.mailboxes(CLAIRE)).isEmpty();
        assertThat(states()).isEmpty();
    }

    /** Nobody knows whether it was published: the red list has to hold in any case. */
    @Test
    void red_list_takes_back_what_may_have_been_published() throws Exception {
        service.nextAnswerIsLost();
        publish(claire(""));
        assertThat(service.mailboxes(CLAIRE)).hasSize(1);
        own(claire("\tyes"));
        assertThat(standing().state()).isEqualTo(State.WAITING);
        now = now.plusSeconds(60);
        publications().run();
        assertThat(service.mailboxes(CLAIRE)).isEmpty();
        assertThat(standing().state()).isEqualTo(State.RED_LISTED);
    }

    @Test
    void change_of_mind_after_an_answer_that_was_lost_holds_there_too() throws Exception {
        publish(service("a", "1990000001", "Avant", ""));
        service.nextAnswerIsLost();
        publish(service("a", "1990000001", "Autre", ""));
        assertThat(service.mailboxes(HOSPITAL).toString()).contains("Autre");
        now = now.plusSeconds(60);
        publish(service("a", "1990000001", "Avant", ""));
        assertThat(service.mailboxes(HOSPITAL).toString()).contains("Avant");

        service.nextAnswerIsLost();
        publish();
        assertThat(service.mailboxes(HOSPITAL)).isEmpty();
        now = now.plusSeconds(60);
        publish(service("a", "1990000001", "Avant", ""));
        assertThat(service.mailboxes(HOSPITAL)).hasSize(1);
        assertThat(standing().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void what_is_queued_is_there_after_a_restart_even_when_a_line_was_cut() throws Exception {
        service.nextStatus(503);
        publish(claire(""), service("a", "1990000001", "A", ""));
        Files.writeString(journal(), "2026-11-01T12:00:01Z\taccepted\tcreate\tcl\u00e9", StandardOpenOption.APPEND);
        now = now.plusSeconds(60);
        assertThat(publications().survey().standings())
                .extracting(one -> one.since().orElseThrow() + " " + one.state())
                .containsExactly(START + " WAITING", START + " WAITING");
        assertThat(publications().run()).isEqualTo(new Tally(2, 0, ""));
        assertThat(states()).allMatch(state -> state.endsWith(" PUBLISHED"));
    }

    @Test
    void type_of_what_is_published_does_not_change() throws Exception {
        publish(service("a", "1990000001", "A", ""));
        service.asked();
        String asSoftware = service("a", "1990000001", "A", "").replace("\tORG\t", "\tAPP\t");
        assertThat(publish(asSoftware)).isEqualTo(Tally.NOTHING);
        assertThat(standing().state()).isEqualTo(State.UNPUBLISHABLE);
        assertThat(standing().reason()).contains("ne change pas de type (ORG, et non APP)");
        publish();
        publish(asSoftware);
        assertThat(service.operations()).containsExactly("delete " + HOSPITAL, "insert " + HOSPITAL);
        assertThat(standing().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void address_that_passes_to_another_structure_leaves_the_first_before() throws Exception {
        publish(service("a", "1990000001", "A", ""));
        service.asked();
        assertThat(publish(service("a", "312345678901234", "A", ""))).isEqualTo(new Tally(2, 0, ""));
        assertThat(service.operations()).containsExactly("delete " + HOSPITAL, "insert " + SITE);
        publish(service("a", "312345678901234", "A", ""), service("a", "1990000001", "A", ""));
        assertThat(service.operations()).as("at both").containsExactly("insert " + HOSPITAL);
    }

    @Test
    void line_that_nobody_understands_takes_nothing_back() throws Exception {
        publish(service("a", "1990000001", "A", ""), claire(""));
        service.asked();
        publish("a ici.mssante.test\tORG", claire(""));
        assertThat(service.asked()).isEmpty();
        assertThat(states()).containsExactly("a@ici.mssante.test HELD", "claire@ici.mssante.test PUBLISHED");
        publications().confirm();
        publications().run();
        assertThat(service.operations()).containsExactly("delete " + HOSPITAL);
    }

    @Test
    void rule_that_a_published_mailbox_does_not_keep_any_more_takes_nothing_back() throws Exception {
        publish(claire(""));
        service.asked();
        publish(claire("").replace("899700218896", ""));
        assertThat(service.asked()).isEmpty();
        assertThat(standing().state()).isEqualTo(State.UNPUBLISHABLE);
    }

    @Test
    void many_deletions_at_once_wait_for_a_word_and_the_red_list_does_not() throws Exception {
        String[] ten = IntStream.range(0, 10)
                .mapToObj(i -> service("s" + i, "1990000001", "S", ""))
                .toArray(String[]::new);
        publish(ten);
        service.asked();
        ten[0] += "\tyes";
        publish(List.of(ten).subList(0, 6).toArray(String[]::new));
        assertThat(service.operations()).containsExactly("delete " + HOSPITAL);
        assertThat(states()).filteredOn(state -> state.endsWith("HELD")).hasSize(4);
        now = now.plusSeconds(5);
        publications().confirm();
        assertThat(publications().run()).isEqualTo(new Tally(4, 0, ""));
        assertThat(service.mailboxes(HOSPITAL)).hasSize(5);
    }

    @Test
    void table_that_is_away_takes_nothing_back() throws Exception {
        publish(claire(""));
        service.asked();
        Files.delete(table());
        assertThat(publications().areDue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER;;1990000001 | idnat",
                "PER;0012600631;1990000001 | idnat",
                "CAB;;1990000001 | idnat",
                "ORG;899700218896; | structure",
                "APP;;990000001 | structure"
            })
    void rules_of_the_types_hinder_publication_and_nothing_else(String cells, String column) throws Exception {
        assertThat(publish("x@ici.mssante.test\t" + cells.replace(';', '\t'))).isEqualTo(Tally.NOTHING);
        assertThat(service.asked()).isEmpty();
        assertThat(standing().state()).isEqualTo(State.UNPUBLISHABLE);
        assertThat(standing().reason()).startsWith(column + " : il faut");
    }

    @Test
    void practice_stands_with_its_professional_and_advice_hinders_nothing() throws Exception {
        publish(
                "cabinet@ici.mssante.test\tCAB\t899700218896\t\t\t\tCabinet\t\t\t\t1",
                claire("\t\t1\tService"),
                service("auto", "1990000001", "Automate", "").replace("\tORG\t", "\tAPP\t"));
        assertThat(service.mailboxes(CLAIRE)).hasSize(2);
        assertThat(service.mailboxes(CLAIRE).get("cabinet@ici.mssante.test"))
                .asString()
                .contains("\"CAB\"", "Cabinet");
        assertThat(publications().survey().advice())
                .hasSize(4)
                .anyMatch(advice -> advice.startsWith("auto@ici.mssante.test : responsible"))
                .anyMatch(advice -> advice.startsWith("claire@ici.mssante.test : service"))
                .anyMatch(advice -> advice.startsWith("cabinet@ici.mssante.test : rank"));
    }

    @Test
    void mailbox_that_the_operator_forgets_is_asked_for_again() throws Exception {
        publish(claire(""));
        service.asked();
        service.knows(CLAIRE); // it is gone there
        publications().forget("claire@ici.mssante.test");
        publications().run();
        assertThat(service.operations()).containsExactly("insert " + CLAIRE);
    }

    @Test
    void certificate_of_the_operator_is_shown_and_that_of_the_service_has_to_be_known() throws Exception {
        try (NationalService demanding =
                new NationalService(home.resolve("trust").resolve("anchors"), true)) {
            demanding.knows(CLAIRE);
            configure("publication.url = " + demanding.url() + "\n");
            assertThat(publish(claire("")).putOff()).as("no certificate").isNotEmpty();
            assertThat(demanding.asked()).isEmpty();
            TestFiles.write(home.resolve("conf").resolve("secrets.properties"), "tls.password = ours\n");
            TestCertificates.server(home.resolve("tls").resolve("server.p12"), "ours".toCharArray());
            now = now.plusSeconds(60);
            assertThat(publications().run()).isEqualTo(new Tally(1, 0, ""));
            assertThat(demanding.asked())
                    .extracting(NationalService.Asked::client)
                    .containsExactly("CN=test");
        }
        new LoopbackTls("localhost", Instant.now().plus(Duration.ofDays(9)))
                .trustIn(home.resolve("trust").resolve("anchors"), "racine-nationale");
        configure("publication.url = " + service.url() + "\n");
        assertThat(publish().putOff()).startsWith("TLS : ");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void without_an_address_nothing_is_asked_and_a_bad_one_is_told() throws Exception {
        configure("publication.url =\n");
        own(claire(""));
        assertThat(publications().isConfigured()).isFalse();
        assertThat(publications().areDue()).isFalse();
        for (String bad :
                List.of("http://localhost/", "localhost", "https:///x", "https://a b/", "https://a.test/?x=1")) {
            configure("publication.url = " + bad + "\n");
            assertThatThrownBy(this::publications)
                    .isInstanceOf(RefusedFileException.class)
                    .hasMessageContaining("publication.url : il faut une adresse en https");
        }
        configure("publication.url = https://a.test/\npublication.authorities = toutes\n");
        assertThatThrownBy(this::publications)
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("publication.authorities");
    }

    @Test
    void key_that_no_header_can_carry_is_not_repeated() throws Exception {
        TestFiles.write(home.resolve("conf").resolve("secrets.properties"), "publication.key = clé secrète\n");
        assertThat(publish(claire("")).putOff()).contains("publication.key").doesNotContain("secrète");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void journal_is_its_owners_alone() throws Exception {
        publish(claire(""));
        assertThat(Files.getPosixFilePermissions(journal().getParent())).hasSize(3);
    }
}
