package fr.sceau.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.webmail.world.Letters;
import fr.sceau.webmail.world.MailWorld;
import fr.sceau.webmail.world.TestHome;
import fr.sceau.webmail.world.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole application over HTTPS, with a mail server in memory. */
class WalkTest {
    private static final String INBOX = "/api/folders/inbox/messages";
    private static MailWorld world;
    private static ConfigurableApplicationContext application;
    private static int port;

    private Visitor visitor;

    @BeforeAll
    static void start() throws IOException {
        world = MailWorld.start();
        world.append(MailWorld.DOCTOR, Letters.result(Letters.laboratoryResults("trusted"), "Faux"));
        world.deliver(MailWorld.DOCTOR, Letters.result(Letters.laboratoryResults("trusted"), "Biologie"), "HPRIM");
        world.deliver(
                MailWorld.DOCTOR,
                Letters.html(
                        Letters.partnerResults("unsigned") + Letters.laboratoryResults("trusted"),
                        "Lettre",
                        "<p onclick=x()>Bonjour</p><script>x()</script><img src=\"cid:logo@partenaire\">"),
                "LETTRE");
        port = TestHome.freePort();
        application =
                Main.start(TestHome.SHARED.config(port, world.imapsPort(), world.submissionsPort()), TestHome.PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
        world.close();
    }

    @BeforeEach
    void newVisitor() {
        visitor = new Visitor(port);
    }

    private String idOf(String subject) throws Exception {
        for (JsonNode row : visitor.json(INBOX).path("messages")) {
            if (row.path("subject").asString().equals(subject)) {
                return row.path("id").asString();
            }
        }
        throw new AssertionError("not in the list: " + subject);
    }

    @Test
    void the_list_shows_document_and_verdict_and_believes_only_the_topmost_field_of_ours() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        JsonNode rows = visitor.json(INBOX).path("messages");
        JsonNode letter = rows.get(0);
        assertThat(letter.path("documents").get(0).asString()).isEqualTo("LETTRE");
        assertThat(letter.path("facts").path("code").asString()).isEqualTo("unsigned");
        assertThat(letter.path("facts").path("origin").path("kind").asString()).isEqualTo("operator");
        JsonNode result = rows.get(1);
        assertThat(result.path("facts").path("code").asString()).isEqualTo("trusted");
        assertThat(result.path("facts").path("sentence").asString()).contains("Laboratoire du Parc");
        assertThat(result.path("facts").path("seal").asString()).isEqualTo("opened");
    }

    @Test
    void a_message_that_a_client_put_there_is_never_shown_as_verified() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        String id = idOf("Faux");
        for (JsonNode row : visitor.json(INBOX).path("messages")) {
            assertThat(row.path("facts").isNull())
                    .isEqualTo(row.path("id").asString().equals(id));
        }
        assertThat(visitor.json(INBOX + "/" + id).path("heading").path("facts").isNull())
                .isTrue();
    }

    @Test
    void html_is_cleaned_and_served_under_a_policy_that_runs_nothing() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        HttpResponse<String> body = visitor.get(INBOX + "/" + idOf("Lettre") + "/body.html");
        assertThat(body.body()).contains("<p>Bonjour</p>", "/parts/2\"").doesNotContain("script", "onclick");
        assertThat(body.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox allow-same-origin; default-src 'none'")
                .doesNotContain("allow-scripts");
    }

    @Test
    void an_attachment_is_a_download_that_no_browser_interprets() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        String id = idOf("Biologie");
        JsonNode file = visitor.json(INBOX + "/" + id).path("attachments").get(0);
        assertThat(file.path("preview").asBoolean()).isTrue();
        HttpResponse<String> download =
                visitor.get(INBOX + "/" + id + "/parts/" + file.path("part").asString());
        assertThat(download.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment;")
                .contains("filename*=UTF-8''r%C3%A9sultat.hpr");
        assertThat(download.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox;");
        assertThat(download.body()).startsWith("0001\r\n");
    }

    @Test
    void an_answer_with_an_attachment_is_sent_kept_and_marked() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        String id = idOf("Biologie");
        String draft = "{\"to\":\"" + MailWorld.LABORATORY + "\",\"cc\":\"\",\"subject\":\"Re: Biologie\","
                + "\"text\":\"Merci\",\"answers\":{\"folder\":\"inbox\",\"id\":\"" + id + "\"}}";
        HttpResponse<String> sent = visitor.send(draft, "note.txt", "contenu");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.body()).contains("\"copyKept\":true");
        assertThat(visitor.json("/api/folders/sent/messages")
                        .path("messages")
                        .get(0)
                        .path("subject")
                        .asString())
                .isEqualTo("Re: Biologie");
        assertThat(visitor.json(INBOX + "/" + id)
                        .path("heading")
                        .path("answered")
                        .asBoolean())
                .isTrue();
        assertThat(world.received()).anyMatch(message -> Visitor.header(message, "In-Reply-To")
                .equals("<resultat-1@exemple.mssante.test>"));
    }

    @Test
    void a_change_without_token_is_refused() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        HttpResponse<String> answer = visitor.withToken("faux").put(INBOX + "/" + idOf("Biologie"), "{\"seen\":true}");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void bad_requests_are_told_in_french_without_repeating_them() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        assertThat(visitor.get(INBOX + "/nimporte").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/folders/secret/messages").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/rien").statusCode()).isEqualTo(404);
        HttpResponse<String> bad = visitor.put(INBOX + "/" + idOf("Biologie"), "{\"seen\": DUPONT");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("\"code\":\"bad-request\"").doesNotContain("DUPONT");
        assertThat(visitor.send("{\"to\":\"190017612345678 x\",\"cc\":\"\",\"subject\":\"\",\"text\":\"\"}", "a", "b")
                        .body())
                .contains("bad-recipient")
                .doesNotContain("190017612345678");
    }
}
