package fr.sceau.server.selection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import reactor.core.publisher.Mono;

/** James' session forgets what is selected before it tells it to end, on CLOSE and UNSELECT: its events would go on. */
final class Leaving {
    private Leaving() {}

    static ImapSession of(ImapSession session) {
        return (ImapSession) Proxy.newProxyInstance(
                Leaving.class.getClassLoader(), new Class<?>[] {ImapSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("deselect")) {
                        return deselect(session);
                    }
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static Mono<Void> deselect(ImapSession session) {
        SelectedMailbox selected = session.getSelected();
        return selected == null ? session.deselect() : selected.deselect().then(Mono.defer(session::deselect));
    }
}
