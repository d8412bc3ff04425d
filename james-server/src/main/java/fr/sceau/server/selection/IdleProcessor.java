package fr.sceau.server.selection;

import fr.sceau.server.fetch.Room;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.base.ImapResponseComposerImpl;
import org.apache.james.imap.main.ResponseEncoder;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.response.ContinuationResponse;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/**
 * IDLE (RFC 2177). It speaks into the connection past the buffer of its command, which the thread that began the command
 * empties when it likes.
 */
public final class IdleProcessor extends ViewProcessor<IdleRequest> implements CapabilityImplementingProcessor {
    private static final HumanReadableText NOT_DONE =
            new HumanReadableText("org.apache.james.imap.INVALID_CONTINUATION", "failed. IDLE ends with DONE.");

    private final ImapEncoder encoder;
    private Duration heartbeat = Duration.ofMinutes(2);
    private boolean heartbeats;

    @Inject
    public IdleProcessor(
            MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics, ImapEncoder encoder) {
        super(IdleRequest.class, mailboxes, responses, metrics);
        this.encoder = encoder;
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        super.configure(configuration);
        heartbeat = configuration.idleTimeIntervalAsDuration();
        heartbeats = configuration.isEnableIdle();
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return List.of(ImapConstants.SUPPORTS_IDLE);
    }

    /** The handler of lines comes first: DONE may be on its way already. */
    @Override
    protected Mono<Void> processRequestReactive(IdleRequest request, ImapSession session, Responder responder) {
        Responder voice = Room.connection(session)
                .<Responder>map(
                        channel -> new ResponseEncoder(encoder, new ImapResponseComposerImpl(new IdleWriter(channel))))
                .orElse(responder);
        Responder telling = session.getSelected() instanceof SelectedView view ? new Telling(voice, view) : voice;
        IdleTurn turn = new IdleTurn(telling, Mono.defer(() -> unsolicitedResponses(session, telling, false)));
        session.pushLineHandler((same, line) -> end(request, same, turn, line));
        turn.say(new ContinuationResponse(HumanReadableText.IDLING));
        if (heartbeats) {
            beat(session, turn);
        }
        if (session.getSelected() instanceof SelectedView view) {
            view.wakes().wake(turn::wake);
            return Mono.<Void>fromRunnable(turn::tell).subscribeOn(IdleTurn.THREADS);
        }
        return Mono.empty();
    }

    private void end(IdleRequest request, ImapSession session, IdleTurn turn, byte[] line) {
        if (session.getSelected() instanceof SelectedView view) {
            view.wakes().wake(null);
        }
        session.popLineHandler();
        boolean done = new String(line, StandardCharsets.US_ASCII).strip().equalsIgnoreCase("DONE");
        turn.end(
                done
                        ? getStatusResponseFactory()
                                .taggedOk(request.getTag(), request.getCommand(), HumanReadableText.COMPLETED)
                        : getStatusResponseFactory().taggedBad(request.getTag(), request.getCommand(), NOT_DONE));
    }

    /** For clients and for what stands between, which end a connection that is silent. */
    private void beat(ImapSession session, IdleTurn turn) {
        session.schedule(
                () -> {
                    if (session.getState() != ImapSessionState.LOGOUT && !turn.over()) {
                        turn.say(getStatusResponseFactory().untaggedOk(HumanReadableText.HEARTBEAT));
                        beat(session, turn);
                    }
                },
                heartbeat);
    }
}
