package fr.sceau.server.cli;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.server.ServerConfiguration;
import fr.sceau.store.queue.QueueDesk;
import fr.sceau.store.queue.WaitingMail;
import java.time.Clock;
import java.util.function.Function;

/** The mail that waits in an installation, and the trace of what an operator does with it. */
record WaitingRoom(QueueDesk desk, Trace trace) {
    static <T> T in(Home home, Function<WaitingRoom, T> work) {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        try (HikariDataSource database = configuration.database().open();
                Trace trace = new Trace(home.path().resolve("trace"), Clock.systemDefaultZone())) {
            return work.apply(new WaitingRoom(new QueueDesk(database), trace));
        }
    }

    /** Says why, when nothing was changed. */
    boolean change(WaitingMail mail, Event event, Function<QueueDesk, QueueDesk.Answer> wish) {
        return switch (wish.apply(desk)) {
            case CHANGED -> {
                trace.write(TraceEntry.of(event)
                        .with(Field.MAIL, mail.envelope().name())
                        .with(Field.SENDER, mail.envelope().sender())
                        .with(Field.RECIPIENTS, mail.envelope().recipients())
                        .with(Field.SIZE, mail.octets()));
                yield true;
            }
            case IN_WORK -> refused(mail, "le serveur y travaille en ce moment ; réessayer plus tard");
            case UNKNOWN -> refused(mail, "n'attend plus");
        };
    }

    private static boolean refused(WaitingMail mail, String reason) {
        System.err.println("message " + mail.id() + " : " + reason);
        return false;
    }
}
