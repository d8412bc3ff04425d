package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.smime.facts.Origin;
import java.util.Arrays;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/** Leaves one line in the trace; {@code event} says which. */
public final class WriteTrace extends PipelineMailet {
    private final Trace trace;

    private Event event = Event.DELIVERED;

    @Inject
    public WriteTrace(Trace trace) {
        this.trace = trace;
    }

    @Override
    public void init() throws MessagingException {
        String word = getInitParameterAsOptional("event").orElse("");
        event = Arrays.stream(Event.values())
                .filter(known -> known.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new MessagingException("unknown event in the configuration of WriteTrace"));
    }

    @Override
    void process(Mail mail, MailFacts facts) {
        trace.write(TraceEntry.of(event)
                .with(Field.MAIL, mail.getName())
                .with(Field.LOGIN, facts.submitted().map(Origin.Submitted::login))
                .with(Field.MAILBOX, facts.submitted().map(Origin.Submitted::mailbox))
                .with(Field.SENDER, mail.getMaybeSender().asString())
                .with(Field.RECIPIENTS, recipients(mail))
                .with(Field.VERDICT, facts.verdictCode())
                .with(Field.SHA256, facts.sha256()));
    }
}
