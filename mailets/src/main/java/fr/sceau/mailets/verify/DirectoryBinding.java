package fr.sceau.mailets.verify;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.MailetsException;
import fr.sceau.smime.SenderBinding;
import fr.sceau.smime.identity.CertificateIdentity;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Signer and mailbox are the same when the directory says so: a person by the {@code IdNat_PS} that it gives the mailbox, an
 * organisation by a structure of the mailbox, so that an organisation may sign for all its boxes. For a box of an
 * organisation the {@code IdNat_PS} is that of its delegate: to work there is not enough to sign for it. A directory that is
 * away is not an answer.
 */
public final class DirectoryBinding implements SenderBinding {
    private final Directory directory;

    public DirectoryBinding(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Match match(CertificateIdentity signer, X509Certificate certificate, String address) {
        Optional<MailboxEntry> entry = find(address);
        if (entry.isEmpty()) {
            return Match.UNKNOWN;
        }
        if (signer instanceof CertificateIdentity.Person person) {
            return person(person, entry.get());
        }
        if (signer instanceof CertificateIdentity.Organisation organisation) {
            return entry.get().structures().contains(organisation.structureId()) ? Match.SAME : Match.OTHER_STRUCTURE;
        }
        return Match.UNKNOWN;
    }

    private static Match person(CertificateIdentity.Person person, MailboxEntry entry) {
        if (entry.idNatPs().filter(person.idNatPs()::equals).isPresent()) {
            return Match.SAME;
        }
        return entry.type() == MailboxType.PER ? Match.OTHER_PERSON : Match.NOT_DELEGATE;
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
