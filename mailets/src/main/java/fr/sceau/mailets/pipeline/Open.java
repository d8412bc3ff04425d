package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.ContentIntegrity;
import fr.sceau.smime.Opening;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Obstacle;
import fr.sceau.smime.SignatureVerdict.Unopened;
import fr.sceau.smime.facts.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;

/**
 * Opens the envelope of a message to mailboxes whose key the operator holds, also inside signatures around it. What cannot be opened stays as it came and
 * is delivered sealed. Each recipient's copy is what that recipient's own key makes of it: those with the same copy stay
 * together, the others are parted off before anything is opened.
 */
public final class Open extends PipelineMailet {
    private static final String STEP = "opened";

    private final Accounts accounts;
    private final Verification verification;
    private final LargeMailGate gate;
    private final Judging judging;

    @Inject
    public Open(Accounts accounts, Verification verification, LargeMailGate gate) {
        this.accounts = accounts;
        this.verification = verification;
        this.gate = gate;
        this.judging = new Judging(verification);
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException {
        if (facts.isDone(STEP)) {
            return;
        }
        try (LargeMailGate.Passage passage = gate.enter(mail.getMessageSize())) {
            open(mail, facts);
        }
        facts.done(STEP);
    }

    private void open(Mail mail, MailFacts facts) throws IOException, MessagingException {
        MailMessage message = new MailMessage(mail);
        try (Opening opening = opening(mail, message)) {
            if (opening instanceof Opening.Opened opened) {
                opened(mail, facts, opened);
            } else if (opening instanceof Opening.NotEncrypted) {
                facts.seal(Seal.CLEAR);
            } else {
                facts.seal(Seal.SEALED);
                facts.verdict(verdict(opening));
            }
        }
    }

    private void opened(Mail mail, MailFacts facts, Opening.Opened opened) throws IOException, MessagingException {
        facts.forgetVerdict(); // it may be about the copy of somebody else
        if (opened.signedAround()) {
            judging.judge(mail, facts, held(first(mail))); // while these signatures are still there
        }
        new MailMessage(mail).replace(opened.message().open());
        facts.seal(opened.integrity() == ContentIntegrity.NOT_GUARANTEED ? Seal.UNGUARDED : Seal.OPENED);
    }

    private static MailAddress first(Mail mail) {
        return mail.getRecipients().iterator().next();
    }

    private static SignatureVerdict verdict(Opening unopened) {
        if (unopened instanceof Opening.Damaged) {
            return new Unopened(Obstacle.DAMAGED);
        }
        return unopened instanceof Opening.Refused
                ? new Unopened(Obstacle.CIPHER_REFUSED)
                : new SignatureVerdict.Sealed();
    }

    private Opening opening(Mail mail, MailMessage message) throws IOException, MessagingException {
        if (mail.getRecipients().size() == 1) {
            return open(message, first(mail));
        }
        Opening unopened = verification.open(message, List.of());
        return unopened instanceof Opening.NotEncrypted ? unopened : partByCopy(mail, message);
    }

    /** An envelope can give different content to different keys: two copies are the same only when their bytes are. */
    private Opening partByCopy(Mail mail, MailMessage message) throws IOException, MessagingException {
        Map<String, List<MailAddress>> byCopy = new LinkedHashMap<>();
        for (MailAddress recipient : mail.getRecipients()) {
            String copy = copy(message, recipient);
            byCopy.computeIfAbsent(copy, same -> new ArrayList<>()).add(recipient);
        }
        new Parting(getMailetContext()).part(mail, List.copyOf(byCopy.values()));
        String kept = byCopy.keySet().iterator().next();
        return again(mail, message, kept);
    }

    private String copy(MailMessage message, MailAddress recipient) throws IOException {
        try (Opening opening = open(message, recipient)) {
            return digest(opening);
        }
    }

    /** Opens it again: of several copies only one is held at a time. */
    private Opening again(Mail mail, MailMessage message, String copy) throws IOException {
        Opening opening = open(message, first(mail));
        if (!digest(opening).equals(copy)) {
            opening.close();
            throw new IOException("a mailbox's key or custody changed while its mail was being opened");
        }
        return opening;
    }

    private Opening open(MailMessage message, MailAddress recipient) throws IOException {
        List<String> held = held(recipient);
        Opening opening = verification.open(message, held);
        boolean noneOfOurs = held.isEmpty() && !(opening instanceof Opening.NotEncrypted);
        return noneOfOurs ? new Opening.NotForTheseKeys() : opening;
    }

    private List<String> held(MailAddress recipient) {
        return accounts
                .mailbox(recipient.asString())
                .filter(mailbox -> mailbox.custody() == Custody.OPERATOR)
                .map(LocalMailbox::address)
                .stream()
                .toList();
    }

    private static String digest(Opening opening) throws IOException {
        if (!(opening instanceof Opening.Opened opened)) {
            return opening.toString(); // of no bytes: damaged for one and closed to the other are two copies
        }
        try (InputStream in = opened.message().open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
