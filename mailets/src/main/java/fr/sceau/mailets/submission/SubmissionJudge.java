package fr.sceau.mailets.submission;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.header.Addresses;
import fr.sceau.mailets.header.MalformedHeader;
import fr.sceau.mailets.header.MessageHeader;
import fr.sceau.mailets.header.MimeShape;
import fr.sceau.mailets.policy.EncryptionPolicy;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.verify.RecipientCertificates;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.Opening;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.mime.FromAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/**
 * Judges the content of a submission once, for all its recipients. Every neighbour that is away shows as a
 * {@link fr.sceau.mailets.MailetsException}; nothing is guessed in its place.
 */
public final class SubmissionJudge {
    private final Accounts accounts;
    private final SubmissionLedger ledger;
    private final Verification verification;
    private final Policies policies;
    private final SignatureRules signatures;
    private final RecipientCertificates certificates;

    @Inject
    public SubmissionJudge(
            Accounts accounts,
            SubmissionLedger ledger,
            Verification verification,
            Policies policies,
            SignatureRules signatures,
            RecipientCertificates certificates) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.verification = verification;
        this.policies = policies;
        this.signatures = signatures;
        this.certificates = certificates;
    }

    public Judgement judge(Submission submission) throws IOException {
        MessageHeader header;
        try {
            header = MessageHeader.read(submission.message());
        } catch (MalformedHeader e) {
            return refused(Refusal.MALFORMED);
        }
        String messageId = header.values("message-id").stream().findFirst().orElse("");
        if (ledger.accepted(submission.login(), messageId, submission.fingerprint())) {
            return refused(Refusal.ALREADY_ACCEPTED);
        }
        if (!header.isWellFormed() || !MimeShape.isWhole(submission.message())) {
            return refused(Refusal.MALFORMED);
        }
        Optional<String> author = author(submission, header);
        return author.isEmpty() ? refused(Refusal.SENDER_NOT_YOURS) : judgeContent(submission, author.get(), messageId);
    }

    /**
     * The one address of From, when it and Sender are the login's own (RFC 6409 6.1), and when the reader of verdicts sees
     * the same one: a field that two readers take for two senders would be signed for one and shown as the other.
     */
    private Optional<String> author(Submission submission, MessageHeader header) throws IOException {
        Set<String> yours = accounts.mailboxesFor(submission.login());
        List<String> sender = header.values("sender");
        boolean senderIsYours = sender.isEmpty()
                || Addresses.only(sender).filter(yours::contains).isPresent();
        Optional<String> author =
                Addresses.only(header.values("from")).filter(yours::contains).filter(found -> senderIsYours);
        return author.equals(FromAddress.of(submission.message())) ? author : Optional.empty();
    }

    private Judgement judgeContent(Submission submission, String author, String messageId) throws IOException {
        try (Opening opening = verification.open(submission.message(), operatorHeld(submission.recipients()))) {
            return opening instanceof Opening.Damaged || opening instanceof Opening.Refused
                    ? new Judgement.Refused(Refusal.ENCRYPTION_DAMAGED, Optional.of(author))
                    : judgeOpened(submission, opening, author, messageId);
        }
    }

    private Judgement judgeOpened(Submission submission, Opening opening, String author, String messageId)
            throws IOException {
        SignatureVerdict verdict = verdict(submission, opening);
        boolean clear = opening instanceof Opening.NotEncrypted;
        return signatures
                .refusal(policies.of(author).signature(), verdict, author)
                .or(() -> clear ? uncertified(submission.recipients()) : Optional.empty())
                .<Judgement>map(refusal -> new Judgement.Refused(refusal, Optional.of(author)))
                .orElseGet(() -> new Judgement.Accepted(author, messageId, verdict));
    }

    private SignatureVerdict verdict(Submission submission, Opening opening) throws IOException {
        if (opening instanceof Opening.Opened opened) {
            return opened.signedAround()
                    ? verification
                            .judge(submission.message(), operatorHeld(submission.recipients()))
                            .verdict()
                    : verification.verify(opened.message());
        }
        return verification.verify(submission.message());
    }

    private Optional<Refusal> uncertified(List<String> recipients) {
        return recipients.stream()
                .filter(recipient -> policies.of(recipient).encryption() == EncryptionPolicy.REQUIRED)
                .filter(recipient -> certificates.of(recipient).isEmpty())
                .findFirst()
                .map(recipient -> certificates
                        .refusal(recipient)
                        .map(Refusal::recipientCertificate)
                        .orElse(Refusal.RECIPIENT_WITHOUT_CERTIFICATE));
    }

    private List<String> operatorHeld(List<String> recipients) {
        return recipients.stream()
                .flatMap(recipient -> accounts.mailbox(recipient).stream())
                .filter(mailbox -> mailbox.custody() == Custody.OPERATOR)
                .map(LocalMailbox::address)
                .toList();
    }

    private static Judgement refused(Refusal refusal) {
        return new Judgement.Refused(refusal, Optional.empty());
    }
}
