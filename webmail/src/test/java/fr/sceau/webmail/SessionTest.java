package fr.sceau.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.webmail.world.MailWorld;
import fr.sceau.webmail.world.TestHome;
import fr.sceau.webmail.world.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Login, log-out and what protects them, over HTTPS. */
class SessionTest {
    private static final String INBOX = "/api/folders/inbox/messages";
    private static MailWorld world;
    private static ConfigurableApplicationContext application;
    private static int port;

    private final Visitor visitor = new Visitor(port);

    @BeforeAll
    static void start() throws IOException {
        world = MailWorld.start();
        port = TestHome.freePort();
        application =
                Main.start(TestHome.SHARED.config(port, world.imapsPort(), world.submissionsPort()), TestHome.PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
        world.close();
    }

    @Test
    void without_login_nothing_is_shown() throws Exception {
        assertThat(visitor.get(INBOX).statusCode()).isEqualTo(401);
        assertThat(visitor.get(INBOX).headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(visitor.get("/api/recipients?q=martin").statusCode()).isEqualTo(401);
    }

    @Test
    void the_session_cookie_is_closed_to_scripts_other_sites_and_plain_http() throws Exception {
        String cookie =
                visitor.get("/api/session").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie)
                .startsWith("__Host-sceau=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void login_changes_the_session_and_needs_the_token() throws Exception {
        visitor.get("/api/session");
        String before = visitor.cookie();
        assertThat(visitor.withToken("faux")
                        .logIn(MailWorld.DOCTOR, MailWorld.SECRET)
                        .statusCode())
                .isEqualTo(403);
        visitor.refreshToken();
        assertThat(visitor.logIn(MailWorld.DOCTOR, MailWorld.SECRET).statusCode())
                .isEqualTo(204);
        assertThat(visitor.cookie()).isNotEqualTo(before);
        assertThat(visitor.json("/api/session").path("self").path("address").asString())
                .isEqualTo(MailWorld.DOCTOR);
    }

    @Test
    void a_wrong_password_says_so_in_french() throws Exception {
        visitor.refreshToken();
        HttpResponse<String> answer = visitor.logIn(MailWorld.DOCTOR, "faux");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("login-refused", "mot de passe");
    }

    @Test
    void a_secretary_writes_as_the_service() throws Exception {
        visitor.enter(MailWorld.SECRETARY);
        assertThat(visitor.json("/api/session").path("self").path("address").asString())
                .isEqualTo(MailWorld.SERVICE);
    }

    @Test
    void after_log_out_the_cookie_opens_nothing() throws Exception {
        visitor.enter(MailWorld.DOCTOR);
        assertThat(visitor.get(INBOX).statusCode()).isEqualTo(200);
        String cookie = visitor.cookie();
        assertThat(visitor.leave().statusCode()).isEqualTo(204);
        assertThat(visitor.withCookie(cookie).get(INBOX).statusCode()).isEqualTo(401);
    }

    @Test
    void the_page_itself_admits_no_inline_script_and_enforces_trusted_types() throws Exception {
        String policy =
                visitor.get("/").headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }
}
