package fr.sceau.smime.identity;

import fr.sceau.smime.SenderBinding;
import fr.sceau.smime.SenderBinding.Match;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.Signer;
import fr.sceau.smime.mime.MailboxField;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares a signer with whom the message shows as its sender: certificate, directory, mailbox, From, Sender, and where
 * answers would go. One difference is enough; the gravest is named.
 */
public final class SenderCheck {
    private final SenderBinding senders;

    public SenderCheck(SenderBinding senders) {
        this.senders = senders;
    }

    /** Empty if the signer is the sender in every respect. */
    public Optional<Doubt> doubt(Signer signer, SenderFields fields, ProtectedFields inside) {
        if (fields.from().isEmpty()) {
            return Optional.of(Doubt.FROM_UNCLEAR);
        }
        if (signer.identity() instanceof CertificateIdentity.Unknown) {
            return Optional.of(Doubt.SIGNER_UNIDENTIFIED);
        }
        MailboxField from = fields.from().get();
        return mailbox(signer, from, fields)
                .or(() -> when(Doubt.SENDER_FIELD_MISMATCH, !senderIs(signer, from, fields)))
                .or(() -> when(Doubt.SIGNED_FROM_MISMATCH, !inside.agreesOnFrom(from.address())))
                .or(() -> when(Doubt.DISPLAY_NAME_MISLEADING, DisplayedName.misleads(from.displayed(), from.address())))
                .or(() -> when(Doubt.REPLY_ELSEWHERE, !answersReach(signer, from, fields, inside)));
    }

    private Optional<Doubt> mailbox(Signer signer, MailboxField from, SenderFields fields) {
        Optional<Doubt> doubt = doubt(match(signer, from.address()));
        if (doubt.isPresent()) {
            boolean signedBySender = fields.sender()
                    .filter(sender -> match(signer, sender) == Match.SAME)
                    .isPresent();
            return signedBySender ? Optional.of(Doubt.SIGNED_BY_SENDER_FIELD) : doubt;
        }
        List<String> named = CertificateAddresses.of(signer.certificate());
        // RFC 8550 section 3: an address in the certificate has to be the sender's; IGC-Santé's has none.
        return when(Doubt.CERTIFICATE_ADDRESS_MISMATCH, !named.isEmpty() && !named.contains(from.address()));
    }

    private static Optional<Doubt> doubt(Match match) {
        return switch (match) {
            case SAME -> Optional.empty();
            case OTHER_PERSON -> Optional.of(Doubt.SENDER_MISMATCH);
            case OTHER_STRUCTURE -> Optional.of(Doubt.STRUCTURE_MISMATCH);
            case NOT_DELEGATE -> Optional.of(Doubt.NOT_DELEGATE);
            case UNKNOWN -> Optional.of(Doubt.SENDER_UNKNOWN);
        };
    }

    /** RFC 5322 3.6.2: Sender is who sent it, where that is not the author. */
    private boolean senderIs(Signer signer, MailboxField from, SenderFields fields) {
        return fields.senderClear() && fields.sender().stream().allMatch(isOf(signer, from));
    }

    /** Nobody signs Reply-To, unless the header stands inside as well: who adds one on the way would get the answers. */
    private boolean answersReach(Signer signer, MailboxField from, SenderFields fields, ProtectedFields inside) {
        return fields.replyToClear()
                && (inside.hasReplyTo(fields.replyTo())
                        || fields.replyTo().stream().allMatch(isOf(signer, from)));
    }

    private Predicate<String> isOf(Signer signer, MailboxField from) {
        return address -> address.equals(from.address()) || match(signer, address) == Match.SAME;
    }

    private Match match(Signer signer, String address) {
        return senders.match(signer.identity(), signer.certificate(), address);
    }

    private static Optional<Doubt> when(Doubt doubt, boolean holds) {
        return Stream.of(doubt).filter(any -> holds).findFirst();
    }
}
