package fr.sceau.directory.server.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONValue;
import com.unboundid.util.ssl.TrustAllTrustManager;
import fr.sceau.directory.server.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What the announced interface is said to do, on the loopback; and what befalls it. */
public final class NationalService implements AutoCloseable {
    private static final Pattern MAILBOX =
            Pattern.compile("\\w+\\.telecom\\.where\\(value = '((?:[^'\\\\]|\\\\.)*)'\\)");

    /** @param target resource and identifier, as {@code Practitioner urn:…|8…} */
    public record Asked(String target, String operation, JSONObject body, Map<String, String> headers, String client) {}

    /** What happens instead of an ordinary answer. */
    interface Incident {
        /** @param work what an ordinary request would have done */
        void happen(HttpExchange exchange, Work work) throws IOException;
    }

    /** The state changes when it is done. */
    interface Work {
        int done();
    }

    private final HttpsServer server;
    private final Map<String, Map<String, JSONObject>> bearers = new TreeMap<>();
    private final Deque<Incident> incidents = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private String ambiguous = "";

    /** @param demanding whether clients have to show a certificate */
    public NationalService(Path anchors, boolean demanding) throws Exception {
        LoopbackTls tls = new LoopbackTls("localhost", Instant.now().plus(Duration.ofDays(200)));
        tls.trustIn(anchors, "racine-nationale");
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context(new TrustAllTrustManager())) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(demanding);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/fhir", this::answer);
        server.start();
    }

    public String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    public void knows(String... targets) {
        for (String target : targets) {
            bearers.put(target, new TreeMap<>());
        }
    }

    void knowsTwice(String target) {
        ambiguous = target;
    }

    /** What is published in one entry, by address. */
    public synchronized Map<String, JSONObject> mailboxes(String target) {
        return new TreeMap<>(bearers.getOrDefault(target, Map.of()));
    }

    synchronized void next(Incident incident) {
        incidents.add(incident);
    }

    void nextStatus(int status, String... headers) {
        next((exchange, work) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** It reached the service, and nobody hears so. */
    void nextAnswerIsLost() {
        next((exchange, work) -> work.done());
    }

    /** It reached the service, which answers when it is let, if anybody hears. */
    public void nextHolds(CountDownLatch done, CountDownLatch let) {
        next((exchange, work) -> {
            work.done();
            done.countDown();
            try {
                let.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** In order; forgotten then. */
    public synchronized List<Asked> asked() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    List<String> operations() {
        return asked().stream().map(one -> one.operation() + " " + one.target()).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked one = read(exchange);
            Optional<Incident> incident = note(one);
            if (incident.isPresent()) {
                incident.get().happen(exchange, () -> apply(one));
                return;
            }
            int status = apply(one);
            exchange.getResponseHeaders().set("ETag", "W/\"7\"");
            byte[] body = status == 200 ? new byte[0] : outcome(status);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (JSONException e) {
            throw new IOException(e);
        }
    }

    private synchronized Optional<Incident> note(Asked one) {
        asked.add(one);
        return Optional.ofNullable(incidents.poll());
    }

    private static byte[] outcome(int status) {
        String json = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"details\":{\"text\":"
                + "\"motif\\u0007 " + status + "\"}}]}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Asked read(HttpExchange exchange) throws IOException, JSONException {
        String query = exchange.getRequestURI().getRawQuery();
        String target = exchange.getRequestURI().getPath().substring("/fhir/".length()) + " "
                + URLDecoder.decode(query.substring("identifier=".length()), StandardCharsets.UTF_8);
        JSONObject body = new JSONObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        headers.put("method", exchange.getRequestMethod());
        return new Asked(target, part(body, "type").getFieldAsString("valueCode"), body, headers, client(exchange));
    }

    private static String client(HttpExchange exchange) {
        try {
            return ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "";
        }
    }

    /** FHIR R4 fhirpatch, as far as it is announced. */
    private synchronized int apply(Asked one) {
        Map<String, JSONObject> mailboxes = bearers.get(one.target());
        if (mailboxes == null || one.target().equals(ambiguous)) {
            return mailboxes == null ? 404 : 412;
        }
        if (one.operation().equals("insert")) {
            JSONObject value = part(one.body(), "value").getFieldAsObject("valueContactPoint");
            return mailboxes.putIfAbsent(value.getFieldAsString("value"), value) == null ? 200 : 422;
        }
        String address = addressed(one);
        if (one.operation().equals("delete")) {
            mailboxes.remove(address);
            return 200;
        }
        JSONObject value = part(one.body(), "value").getFieldAsObject("valueContactPoint");
        return address.equals(value.getFieldAsString("value")) && mailboxes.replace(address, value) != null ? 200 : 400;
    }

    private static String addressed(Asked one) {
        Matcher matcher = MAILBOX.matcher(part(one.body(), "path").getFieldAsString("valueString"));
        return matcher.matches() ? matcher.group(1).replaceAll("\\\\(.)", "$1") : "";
    }

    /** Of the only operation. */
    static JSONObject part(JSONObject body, String name) {
        JSONObject operation = (JSONObject) body.getFieldAsArray("parameter").get(0);
        for (JSONValue part : operation.getFieldAsArray("part")) {
            if (part instanceof JSONObject object && name.equals(object.getFieldAsString("name"))) {
                return object;
            }
        }
        return JSONObject.EMPTY_OBJECT;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
