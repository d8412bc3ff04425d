package fr.sceau.mailets.verify;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.mailets.MailetsException;
import fr.sceau.smime.SenderBinding;
import fr.sceau.smime.identity.CertificateIdentity;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Signer and mailbox are the same when the directory says so: a person by {@code IdNat_PS}, an organisation by a
 * structure of the mailbox, so that an organisation may sign for all its boxes. A directory that is away is not an answer.
 */
public final class DirectoryBinding implements SenderBinding {
    private final Directory directory;

    public DirectoryBinding(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Match match(CertificateIdentity signer, X509Certificate certificate, String fromAddress) {
        Optional<MailboxEntry> entry = find(fromAddress);
        if (entry.isEmpty()) {
            return Match.UNKNOWN;
        }
        if (signer instanceof CertificateIdentity.Person person) {
            return entry.get().idNatPs().filter(person.idNatPs()::equals).isPresent() ? Match.SAME : Match.DIFFERENT;
        }
        if (signer instanceof CertificateIdentity.Organisation organisation) {
            return entry.get().structures().contains(organisation.structureId()) ? Match.SAME : Match.DIFFERENT;
        }
        return Match.UNKNOWN;
    }

    private Optional<MailboxEntry> find(String address) {
        try {
            return directory.byMail(address);
        } catch (DirectoryException e) {
            if (e.isTransient()) {
                throw MailetsException.away("the directory does not answer", e);
            }
            return Optional.empty(); // a refused question: the link cannot be established
        }
    }
}
