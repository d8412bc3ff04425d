package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The announced interface of the national directory ("API Messagerie Sécurisée de Santé", 0.1.0 snapshot): a conditional FHIR PATCH
 * for each request. <b>Announced only: its endpoint is in development, and this was never tried against the real service.</b>
 */
final class FhirPatchPublisher implements Publisher {
    private static final String FHIR = "application/fhir+json"; // FHIR R4 http 3.1.0.1.10
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration WHOLE = Duration.ofSeconds(90);
    private static final int ALREADY_THERE = 422; // as its OpenAPI description says, of insertions only

    private final Endpoint endpoint;
    private final HttpClient client;
    private final Optional<String> key;

    private FhirPatchPublisher(Endpoint endpoint, HttpClient client, Optional<String> key) {
        this.endpoint = endpoint;
        this.client = client;
        this.key = key;
    }

    static Publisher open(Endpoint endpoint) throws IOException, RefusedFileException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(endpoint.tls())
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER) // a patch goes where the operator said
                .build();
        return new FhirPatchPublisher(endpoint, client, endpoint.key());
    }

    /**
     * An address that is there already may be ours from a request whose answer was lost, or from another program, with the same
     * content or an older one. The answer does not tell: replacing it by what is wanted ends the same in each case, and another type
     * is refused by the service.
     */
    @Override
    public Outcome create(Publication wanted) {
        FhirPatch patch = new FhirPatch(wanted);
        return send(patch, patch.insert(), true);
    }

    @Override
    public Outcome modify(Publication wanted) {
        FhirPatch patch = new FhirPatch(wanted);
        return send(patch, patch.replace(), false);
    }

    @Override
    public Outcome delete(Publication published) {
        FhirPatch patch = new FhirPatch(published);
        return send(patch, patch.delete(), false);
    }

    private Outcome send(FhirPatch patch, byte[] body, boolean insertion) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request(patch, body, id), head -> new Beginning());
        try {
            HttpResponse<byte[]> received = answer.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
            return insertion && received.statusCode() == ALREADY_THERE
                    ? send(patch, patch.replace(), false)
                    : Answer.outcome(received, id);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return later("pas de réponse à temps");
        } catch (ExecutionException e) {
            return later(broken(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return later("interrompu");
        }
    }

    private HttpRequest request(FhirPatch patch, byte[] body, String id) {
        HttpRequest.Builder request = HttpRequest.newBuilder(patch.target(endpoint.base()))
                .timeout(SILENCE)
                .header("Content-Type", FHIR)
                .header("Accept", FHIR)
                .header("User-Agent", "Sceau")
                .header(Answer.REQUEST_ID, id)
                .method("PATCH", BodyPublishers.ofByteArray(body));
        key.ifPresent(own -> request.header("ESANTE-API-KEY", own));
        return request.build();
    }

    private static Outcome later(String reason) {
        return new Outcome.Later(reason, Duration.ZERO);
    }

    private static String broken(@Nullable Throwable failure) {
        if (failure instanceof SSLException) {
            return "TLS : le serveur n'est pas admis ici, ou n'admet pas notre certificat";
        }
        return failure instanceof HttpTimeoutException
                ? "pas de réponse à temps"
                : "service injoignable, ou liaison coupée";
    }
}
