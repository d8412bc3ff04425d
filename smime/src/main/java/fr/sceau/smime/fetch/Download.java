package fr.sceau.smime.fetch;

import fr.sceau.smime.trust.SourceOutcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One request over HTTP to an allowed host, bounded in time and size from its start to its last octet. */
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final AllowedHosts hosts;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /** @param patience for the whole of a request */
    Download(AllowedHosts hosts, Duration patience) {
        this.hosts = hosts;
        this.patience = patience;
    }

    /** What came of a request. */
    sealed interface Result {
        /** All that the server sent. */
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Content(byte[] octets) implements Result {}

        /** Nothing to look at. */
        record Failed(SourceOutcome outcome) implements Result {}
    }

    boolean mayAsk(URI address) {
        return hosts.permit(address);
    }

    Result get(URI address, int mostOctets) {
        return hosts.permit(address)
                ? send(HttpRequest.newBuilder(address).GET(), mostOctets)
                : new Result.Failed(SourceOutcome.ADDRESS_REFUSED);
    }

    Result post(URI address, String type, byte[] body, int mostOctets) {
        return hosts.permit(address)
                ? send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                        mostOctets)
                : new Result.Failed(SourceOutcome.ADDRESS_REFUSED);
    }

    private Result send(HttpRequest.Builder request, int mostOctets) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request.build(), response -> new BoundedBody(response.statusCode() == OK ? mostOctets : 0));
        try {
            return result(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Result.Failed(SourceOutcome.TOO_SLOW);
        } catch (ExecutionException e) {
            return new Result.Failed(isTooLarge(e) ? SourceOutcome.TOO_LARGE : SourceOutcome.UNREACHABLE);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt(); // whoever stops us is told by the next wait
            return new Result.Failed(SourceOutcome.TOO_SLOW);
        }
    }

    private static Result result(HttpResponse<byte[]> response) {
        if (response.statusCode() == OK) {
            return new Result.Content(response.body());
        }
        boolean elsewhere = response.statusCode() / 100 == 3;
        return new Result.Failed(elsewhere ? SourceOutcome.REDIRECTED : SourceOutcome.STATUS_REFUSED);
    }

    private static boolean isTooLarge(ExecutionException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(BoundedBody.TooLarge.class::isInstance);
    }
}
