package fr.sceau.mailets.verify;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.mailets.MailetsException;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.Unfit;
import fr.sceau.smime.trust.PathOutcome;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * Certificates to which mail for a mailbox may be encrypted. The directory publishes them without vouching for them, so
 * each path is validated here.
 */
@Singleton
public final class RecipientCertificates {
    private final Directory directory;
    private final Verification verification;
    private final Clock clock;

    @Inject
    public RecipientCertificates(Directory directory, Verification verification, Clock clock) {
        this.directory = directory;
        this.verification = verification;
        this.clock = clock;
    }

    /** All usable certificates of the mailbox; empty when it has none. */
    public List<X509Certificate> of(String address) {
        return entry(address).map(this::usable).orElse(List.of());
    }

    /** As {@link #of}, and empty when the holder did not declare the ability to open encrypted mail. */
    public List<X509Certificate> declared(String address) {
        return entry(address)
                .filter(MailboxEntry::smimeDeclared)
                .map(this::usable)
                .orElse(List.of());
    }

    /** Why the first published certificate of the mailbox may not be used; empty if one may, or none is published. */
    public Optional<String> refusal(String address) {
        List<X509Certificate> published =
                entry(address).map(MailboxEntry::certificates).orElse(List.of());
        return published.stream().anyMatch(this::isUsable)
                ? Optional.empty()
                : published.stream().findFirst().flatMap(this::refusal);
    }

    private List<X509Certificate> usable(MailboxEntry entry) {
        return entry.certificates().stream().filter(this::isUsable).toList();
    }

    private boolean isUsable(X509Certificate certificate) {
        return refusal(certificate).isEmpty();
    }

    private Optional<String> refusal(X509Certificate certificate) {
        Optional<Unfit> unfit = Recipient.unfit(certificate);
        if (unfit.isPresent()) {
            return unfit.map(Unfit::code);
        }
        PathOutcome outcome = verification.paths().validate(certificate, List.of(), clock.instant());
        return outcome instanceof PathOutcome.Refused refused
                ? Optional.of(refused.doubt().code())
                : Optional.empty();
    }

    private Optional<MailboxEntry> entry(String address) {
        try {
            return directory.byMail(address);
        } catch (DirectoryException e) {
            throw MailetsException.away("the directory does not answer", e);
        }
    }
}
