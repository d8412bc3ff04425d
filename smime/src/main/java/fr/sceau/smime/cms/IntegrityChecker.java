package fr.sceau.smime.cms;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.cms.Integrity.Broken;
import fr.sceau.smime.cms.Integrity.Encrypted;
import fr.sceau.smime.cms.Integrity.NotSigned;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;

/**
 * Says whether a message is intact. Looks at the outermost layer only: what is nested in another part is an attachment.
 */
public final class IntegrityChecker {
    private static final Set<ASN1ObjectIdentifier> ENCRYPTED = Set.of(
            CMSObjectIdentifiers.envelopedData,
            CMSObjectIdentifiers.authEnvelopedData,
            CMSObjectIdentifiers.encryptedData);

    /** Never throws on bad content; an IOException comes from the message's source. */
    public Integrity check(RawMessage message) throws IOException {
        long size = message.size();
        try (InputStream in = SourceStream.open(message)) {
            return check(message, in, size);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }

    private static Integrity check(RawMessage message, InputStream in, long size) {
        try {
            Header header = Header.read(in);
            ContentType type = ContentType.of(header);
            if (!type.isSmime()) {
                return new NotSigned();
            }
            return type.unambiguous() ? check(message, header, type, in, size) : new Broken(Fault.MALFORMED);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed;
        } catch (IOException | CMSException | CertificateException | RuntimeException unreadable) {
            // The parsers answer hostile input with exceptions of many kinds; all of them mean that it is unreadable.
            return new Broken(Fault.MALFORMED);
        }
    }

    private static Integrity check(RawMessage message, Header header, ContentType type, InputStream in, long size)
            throws IOException, CMSException, CertificateException {
        return type.isClearSigned()
                ? judge(SignedObjectReader.detached(
                        message, type.parameter("boundary").orElse("")))
                : pkcs7(Pkcs7Body.open(header, in, size));
    }

    private static Integrity pkcs7(Pkcs7Body body) throws IOException, CMSException, CertificateException {
        if (ENCRYPTED.contains(body.type())) {
            return new Encrypted();
        }
        if (body.type().equals(CMSObjectIdentifiers.compressedData)) {
            return new NotSigned();
        }
        if (!body.type().equals(CMSObjectIdentifiers.signedData)) {
            return new Broken(Fault.MALFORMED);
        }
        SignedObject object = SignedObjectReader.opaque(body.encoded());
        boolean certificatesOnly = object.signers().isEmpty() && !object.hasContent();
        return certificatesOnly ? new NotSigned() : judge(object);
    }

    private static Integrity judge(SignedObject object) throws IOException, CertificateException {
        Integrity integrity = new SignatureChecker(object).check();
        boolean intact = integrity instanceof Integrity.Intact;
        return intact && ContentType.of(object.inner()).isSealedPkcs7() ? new Encrypted() : integrity;
    }
}
