package fr.sceau.server.cli;

import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import java.nio.file.Path;
import java.time.Clock;

/** Leaves a line in the installation's trace when the operator takes mail out of a box or puts some in. */
final class MailTrace {
    private final Path folder;

    MailTrace(Path home) {
        this.folder = home.resolve("trace");
    }

    void exported(String box, long messages) {
        write(Event.EXPORTED, box, messages);
    }

    void imported(String box, long messages) {
        write(Event.IMPORTED, box, messages);
    }

    private void write(Event event, String box, long messages) {
        try (Trace trace = new Trace(folder, Clock.systemDefaultZone())) {
            trace.write(TraceEntry.of(event).with(Field.MAILBOX, box).with(Field.COUNT, messages));
        }
    }
}
