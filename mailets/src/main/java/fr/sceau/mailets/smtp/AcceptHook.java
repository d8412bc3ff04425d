package fr.sceau.mailets.smtp;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.submission.SubmissionLedger;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.smime.facts.Origin;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last hook, in the place of James' own: queue, then remember, then 250. If the server dies in between, the client
 * sends again and the recipient may get the message twice; it never gets lost.
 */
public final class AcceptHook implements JamesMessageHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(AcceptHook.class);

    private final MailQueue queue;
    private final SubmissionLedger ledger;
    private final Accounts accounts;
    private final Trace trace;
    private final Refuser refuser;

    @Inject
    public AcceptHook(
            MailQueueFactory<?> queues, SubmissionLedger ledger, Accounts accounts, Trace trace, Refuser refuser) {
        this.queue = queues.createQueue(MailQueueFactory.SPOOL);
        this.ledger = ledger;
        this.accounts = accounts;
        this.trace = trace;
        this.refuser = refuser;
    }

    @Override
    public void destroy() {
        try {
            queue.close();
        } catch (IOException e) {
            LOGGER.warn("queue not closed", e);
        }
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        MailFacts facts = MailFacts.of(mail);
        Optional<Origin> origin = facts.origin();
        if (origin.isEmpty()) {
            // No hook before this one vouched for the mail: a fault of the configuration must not become an open relay.
            return refuser.tryLater(session, new IllegalStateException("mail without origin; check smtpserver.xml"));
        }
        Acceptance.begin(mail);
        try {
            queue.enQueue(mail);
        } catch (MessagingException | RuntimeException e) {
            return refuser.tryLater(session, e);
        }
        facts.submitted().ifPresent(submitted -> remember(submitted, facts));
        trace.write(entry(session, mail, facts));
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.ok())
                .smtpReturnCode("250")
                .smtpDescription("2.6.0 Message accepte " + mail.getName())
                .build();
    }

    /** The mail is kept already, so a ledger that just went away costs at most a duplicate, never this acceptance. */
    private void remember(Origin.Submitted submitted, MailFacts facts) {
        try {
            ledger.record(
                    submitted.login(),
                    facts.messageId().orElse(""),
                    facts.fingerprint().orElse(""),
                    facts.octets());
        } catch (MailetsException e) {
            LOGGER.error("accepted but not in the ledger", e);
        }
    }

    private TraceEntry entry(SMTPSession session, Mail mail, MailFacts facts) {
        Optional<Origin.Submitted> submitted = facts.submitted();
        return TraceEntry.of(submitted.isPresent() ? Event.SUBMITTED : Event.RECEIVED)
                .with(Field.MAIL, mail.getName())
                .with(Field.LOGIN, submitted.map(Origin.Submitted::login))
                .with(Field.PERSON, submitted.flatMap(this::person))
                .with(Field.MAILBOX, submitted.map(Origin.Submitted::mailbox))
                .with(Field.SENDER, mail.getMaybeSender().asString())
                .with(
                        Field.RECIPIENTS,
                        mail.getRecipients().stream().map(MailAddress::asString).toList())
                .with(Field.VERDICT, facts.verdictCode())
                .with(Field.SIZE, ClientBytes.size(session))
                .with(Field.SHA256, ClientBytes.sha256(session))
                .with(Field.PEER, peer(facts));
    }

    private Optional<String> person(Origin.Submitted submitted) {
        try {
            return Optional.of(accounts.person(submitted.login()));
        } catch (MailetsException e) {
            return Optional.empty(); // the login stands in the line anyway
        }
    }

    private static Optional<String> peer(MailFacts facts) {
        return facts.origin()
                .filter(Origin.Operator.class::isInstance)
                .map(Origin.Operator.class::cast)
                .map(Origin.Operator::dn);
    }
}
