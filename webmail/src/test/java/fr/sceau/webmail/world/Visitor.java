package fr.sceau.webmail.world;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a screen: keeps its cookie and its token, and nothing else. */
public final class Visitor {
    private static final String SESSION = "/api/session";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder().sslContext(tls()).build();
    private final int port;
    private String cookie = "";
    private String token = "";

    public Visitor(int port) {
        this.port = port;
    }

    private static SSLContext tls() {
        try (InputStream in = Files.newInputStream(TestHome.SHARED.folder().resolve("tls/trust.p12"))) {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(in, TestHome.PASSWORD.toCharArray());
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return exchange(request(path).GET());
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return exchange(change(path, "application/json").PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public void refreshToken() throws IOException, InterruptedException {
        token = json(SESSION).path("csrf").asString();
    }

    public HttpResponse<String> logIn(String login, String password) throws IOException, InterruptedException {
        String typed = JSON.writeValueAsString(java.util.Map.of("login", login, "password", password));
        return exchange(change(SESSION, "application/json").POST(HttpRequest.BodyPublishers.ofString(typed)));
    }

    /** The usual way in. */
    public void enter(String login) throws IOException, InterruptedException {
        refreshToken();
        int status = logIn(login, MailWorld.SECRET).statusCode();
        if (status != 204) {
            throw new AssertionError("login answered " + status);
        }
        refreshToken();
    }

    public HttpResponse<String> leave() throws IOException, InterruptedException {
        return exchange(change(SESSION, "application/json").DELETE());
    }

    /** Sends the form of a new message with one file. */
    public HttpResponse<String> send(String draft, String name, String content)
            throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"draft\"\r\nContent-Type: application/json\r\n\r\n"
                + draft + "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--b--\r\n";
        return exchange(change("/api/outbox", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Visitor withToken(String other) {
        token = other;
        return this;
    }

    public Visitor withCookie(String other) {
        cookie = other;
        return this;
    }

    public String cookie() {
        return cookie;
    }

    /** One header field of a message, or nothing. */
    public static String header(MimeMessage message, String name) {
        try {
            return Optional.ofNullable(message.getHeader(name, null)).orElse("");
        } catch (MessagingException e) {
            return "";
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpRequest.Builder change(String path, String type) {
        return request(path).header("X-CSRF-TOKEN", token).header("Content-Type", type);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        return response;
    }
}
