package fr.sceau.smime.cms;

import fr.sceau.smime.Layer.Form;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.cms.Integrity.Broken;
import fr.sceau.smime.cms.Integrity.CertificatesOnly;
import fr.sceau.smime.cms.Integrity.Compressed;
import fr.sceau.smime.cms.Integrity.Encrypted;
import fr.sceau.smime.cms.Integrity.NotSigned;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.TransferEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;

/**
 * Says what the outermost layer of an entity is, and whether it is intact. What is nested in another part is an
 * attachment.
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
        Form form = Form.OPAQUE;
        try {
            Header header = Header.read(in);
            ContentType type = ContentType.of(header);
            if (!type.isSmime()) {
                return new NotSigned();
            }
            form = type.isClearSigned() ? Form.CLEAR : Form.OPAQUE;
            boolean clear =
                    type.unambiguous() && (form == Form.OPAQUE || TransferEncoding.isPlain(header)); // RFC 2045 6.4
            return clear ? check(message, header, type, in, size) : new Broken(form, Fault.MALFORMED);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed;
        } catch (IOException | CMSException | CertificateException | RuntimeException unreadable) {
            // The parsers answer hostile input with exceptions of many kinds; all of them mean that it is unreadable.
            return new Broken(form, Fault.MALFORMED);
        }
    }

    private static Integrity check(RawMessage message, Header header, ContentType type, InputStream in, long size)
            throws IOException, CMSException, CertificateException {
        return type.isClearSigned()
                ? new SignatureChecker(SignedObjectReader.detached(
                                message, type.parameter("boundary").orElse("")))
                        .check()
                : pkcs7(message, Pkcs7Body.open(header, in, size), size);
    }

    private static Integrity pkcs7(RawMessage message, Pkcs7Body body, long size)
            throws IOException, CMSException, CertificateException {
        if (ENCRYPTED.contains(body.type())) {
            return new Encrypted(ContentEncryption.of(body));
        }
        if (body.type().equals(CMSObjectIdentifiers.compressedData)) {
            return new Compressed();
        }
        if (!body.type().equals(CMSObjectIdentifiers.signedData)) {
            return new Broken(Form.OPAQUE, Fault.MALFORMED);
        }
        SignedObject object = SignedObjectReader.opaque(body.encoded(), new OpaqueContent(message, size));
        boolean certificatesOnly = object.signers().isEmpty() && object.enclosed() == SignedObject.Enclosed.NOTHING;
        return certificatesOnly ? new CertificatesOnly() : new SignatureChecker(object).check();
    }
}
