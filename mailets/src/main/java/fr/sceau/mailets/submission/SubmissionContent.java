package fr.sceau.mailets.submission;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.smtp.ClientBytes;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.smime.facts.Origin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;

/** The end of DATA on the submission ports: one answer for all recipients; facts travel on with the mail. */
public final class SubmissionContent implements JamesMessageHook {
    private final SubmissionJudge judge;
    private final Refuser refuser;
    private final LargeMailGate gate;

    @Inject
    public SubmissionContent(SubmissionJudge judge, Refuser refuser, LargeMailGate gate) {
        this.judge = judge;
        this.refuser = refuser;
        this.gate = gate;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        Optional<String> login = Refuser.login(session);
        if (login.isEmpty()) {
            return refuser.refuse(session, Refusal.LOGIN_REQUIRED);
        }
        List<String> recipients =
                mail.getRecipients().stream().map(MailAddress::asString).toList();
        Submission submission =
                new Submission(login.get(), recipients, new MailMessage(mail), ClientBytes.sha256(session));
        try (LargeMailGate.Passage passage = gate.enter(mail.getMessageSize())) {
            return answer(session, mail, submission, judge.judge(submission));
        } catch (IOException | MessagingException | MailetsException e) {
            return refuser.tryLater(session, e);
        }
    }

    private HookResult answer(SMTPSession session, Mail mail, Submission submission, Judgement judgement) {
        if (judgement instanceof Judgement.Refused refused) {
            TraceEntry known = TraceEntry.of(Event.REFUSED)
                    .with(Field.MAIL, mail.getName())
                    .with(Field.MAILBOX, refused.mailbox())
                    .with(Field.SIZE, ClientBytes.size(session))
                    .with(Field.SHA256, submission.sha256());
            return refuser.refuse(session, refused.refusal(), submission.recipients(), known);
        }
        Judgement.Accepted accepted = (Judgement.Accepted) judgement;
        MailFacts facts = MailFacts.of(mail);
        facts.origin(new Origin.Submitted(accepted.mailbox(), submission.login()));
        facts.verdict(accepted.verdict());
        facts.submission(accepted.messageId(), submission.sha256(), submission.fingerprint());
        facts.octets(ClientBytes.size(session));
        return HookResult.DECLINED;
    }
}
