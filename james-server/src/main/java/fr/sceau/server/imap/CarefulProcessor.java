package fr.sceau.server.imap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import reactor.core.publisher.Mono;

/**
 * James' processing of IMAP commands, with a {@link CarefulMailbox} in every session that selects one, and its answers by
 * a {@link CarefulResponder}.
 */
public final class CarefulProcessor implements ImapProcessor {
    private final ImapProcessor processor;

    public CarefulProcessor(ImapProcessor processor) {
        this.processor = processor;
    }

    @Override
    public Mono<Void> processReactive(ImapMessage message, Responder responder, ImapSession session) {
        CarefulResponder careful = new CarefulResponder(responder, session, message);
        return processor
                .processReactive(message, careful, careful(session))
                .doOnTerminate(careful::release); // before the end is passed on, which flushes
    }

    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        CarefulResponder careful = new CarefulResponder(responder, session, message);
        try {
            processor.process(message, careful, careful(session));
        } finally {
            careful.release();
        }
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        processor.configure(configuration);
    }

    private static ImapSession careful(ImapSession session) {
        return (ImapSession) Proxy.newProxyInstance(
                CarefulProcessor.class.getClassLoader(),
                new Class<?>[] {ImapSession.class},
                (proxy, method, arguments) -> {
                    try {
                        boolean selects = method.getName().equals("selected") && arguments != null;
                        return selects
                                ? session.selected(new CarefulMailbox((SelectedMailbox) arguments[0]))
                                : method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
