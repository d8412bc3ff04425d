package fr.sceau.server.cli;

import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.server.accounts.Delegation;
import fr.sceau.server.accounts.Share;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** Leaves a line in the installation's trace for every right that the operator gives or takes. */
final class ShareTrace {
    private final Path folder;

    ShareTrace(Path home) {
        this.folder = home.resolve("trace");
    }

    void given(Delegation delegation) {
        write(TraceEntry.of(Event.SHARED)
                .with(Field.PERSON, delegation.person())
                .with(Field.MAILBOX, delegation.box())
                .with(
                        Field.RIGHTS,
                        delegation.shares().stream()
                                .sorted()
                                .map(Share::name)
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .toList())
                .with(Field.FROM, Days.first(delegation))
                .with(Field.UNTIL, Days.last(delegation)));
    }

    void taken(String box, String person) {
        write(TraceEntry.of(Event.UNSHARED)
                .with(Field.PERSON, person.toLowerCase(Locale.ROOT))
                .with(Field.MAILBOX, box.toLowerCase(Locale.ROOT)));
    }

    private void write(TraceEntry entry) {
        try (Trace trace = new Trace(folder, Clock.systemDefaultZone())) {
            trace.write(entry);
        }
    }
}
