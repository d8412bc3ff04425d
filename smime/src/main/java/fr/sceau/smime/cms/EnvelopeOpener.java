package fr.sceau.smime.cms;

import fr.sceau.smime.ContentIntegrity;
import fr.sceau.smime.Opening;
import fr.sceau.smime.cms.ContentKeys.Locked;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;

/**
 * Decrypts the CMS object of an entity. Nothing comes out before all of it is decrypted and, where there is a tag, the
 * tag holds. Failures of the source come out as {@link UncheckedIOException}.
 */
public final class EnvelopeOpener {
    /** That one holder is named; a sender who also receives may be, and more would only cost an operation of the key each. */
    private static final int MOST_TIMES = 2;

    /** {@code Opened} holds the entity that was inside. */
    public Opening open(Header header, InputStream body, long size, List<DecryptionKey> keys) {
        try {
            Pkcs7Body object = Pkcs7Body.open(header, body, size);
            return isEncrypted(object.type()) ? open(object, keys) : new Opening.NotEncrypted();
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed;
        } catch (IOException | CMSException | GeneralSecurityException | RuntimeException damaged) {
            // One answer for every failure, and no detail kept: differences would help to guess plaintext.
            return ContentType.of(header).isSealedPkcs7() ? new Opening.Damaged() : new Opening.NotEncrypted();
        }
    }

    /** A CMS object on its own, such as the start of a backup. {@code Opened} holds its content. */
    public Opening open(byte[] encoded, List<DecryptionKey> keys) {
        try {
            Pkcs7Body object = Pkcs7Body.open(encoded);
            return isEncrypted(object.type()) ? open(object, keys) : new Opening.NotEncrypted();
        } catch (IOException | CMSException | GeneralSecurityException | RuntimeException damaged) {
            return new Opening.Damaged();
        }
    }

    private static boolean isEncrypted(ASN1ObjectIdentifier type) {
        return type.equals(CMSObjectIdentifiers.envelopedData) || type.equals(CMSObjectIdentifiers.authEnvelopedData);
    }

    private static Opening open(Pkcs7Body object, List<DecryptionKey> keys)
            throws IOException, CMSException, GeneralSecurityException {
        boolean authenticated = object.type().equals(CMSObjectIdentifiers.authEnvelopedData);
        if (authenticated) {
            CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(object.encoded());
            return open(parser.getRecipientInfos(), ContentKeys.authenticated(parser.getEncAlgOID()), keys);
        }
        CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(object.encoded());
        return open(parser.getRecipientInfos(), ContentKeys.plain(parser.getEncryptionAlgOID()), keys);
    }

    private static Opening open(
            RecipientInformationStore recipients, Optional<ContentKeys> contentKeys, List<DecryptionKey> keys)
            throws IOException, CMSException, GeneralSecurityException {
        List<Locked> ours = ours(recipients, keys);
        if (ours.isEmpty()) {
            return new Opening.NotForTheseKeys();
        }
        if (ours.size() > MOST_TIMES * keys.size()) {
            return new Opening.Damaged();
        }
        return contentKeys.isPresent() ? decrypt(ours, contentKeys.get()) : new Opening.Refused();
    }

    private static List<Locked> ours(RecipientInformationStore recipients, List<DecryptionKey> keys)
            throws GeneralSecurityException {
        Collection<RecipientInformation> all = recipients.getRecipients();
        List<Locked> ours = new ArrayList<>();
        for (DecryptionKey key : keys) {
            X509CertificateHolder holder = new JcaX509CertificateHolder(key.certificate());
            all.stream()
                    .filter(recipient -> recipient.getRID().match(holder))
                    .forEach(recipient -> ours.add(new Locked(recipient, key)));
        }
        return ours;
    }

    private static Opening decrypt(List<Locked> ours, ContentKeys contentKeys)
            throws IOException, CMSException, GeneralSecurityException {
        Spool spool = new Spool();
        boolean whole = false;
        try {
            contentKeys.decrypt(ours, spool);
            whole = true;
        } finally {
            if (!whole) {
                spool.close();
            }
        }
        ContentIntegrity integrity =
                contentKeys.authenticated() ? ContentIntegrity.TAG : ContentIntegrity.NOT_GUARANTEED;
        return new Opening.Opened(spool, integrity, Optional.empty(), false);
    }
}
