package fr.sceau.smime.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of a response, up to a bound; what comes behind is not waited for. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int mostOctets;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** There was more. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** @param mostOctets 0 where the body does not matter */
    BoundedBody(int mostOctets) {
        this.mostOctets = mostOctets;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (mostOctets == 0) {
            body.complete(new byte[0]);
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (octets.size() + buffer.remaining() > mostOctets) {
                stop();
                return;
            }
            byte[] some = new byte[buffer.remaining()];
            buffer.get(some);
            octets.writeBytes(some);
        }
    }

    private void stop() {
        body.completeExceptionally(new TooLarge());
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(octets.toByteArray());
    }
}
