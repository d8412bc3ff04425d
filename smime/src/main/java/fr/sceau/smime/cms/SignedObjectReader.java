package fr.sceau.smime.cms;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.BoundedBuffer;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.TransferEncoding;
import fr.sceau.smime.mime.TwoParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.Store;
import org.bouncycastle.util.io.TeeOutputStream;

/** Reads signed-data objects. Content passes through the digests and is never held whole. */
final class SignedObjectReader {
    private static final int MAX_SIGNATURE_BYTES = 4 << 20;
    private static final int INNER_HEADER_BYTES = 64 << 10;

    private static final DigestCalculatorProvider NO_DIGESTS = algorithm -> {
        throw new OperatorCreationException("digests are computed here");
    };

    private SignedObjectReader() {}

    /** Reads the message twice: the digests to compute are known only at its end. */
    static SignedObject detached(RawMessage message, String boundary) throws IOException, CMSException {
        BoundedBuffer signature = new BoundedBuffer(MAX_SIGNATURE_BYTES);
        BoundedBuffer start = new BoundedBuffer(INNER_HEADER_BYTES);
        if (!split(message, boundary, start, signature) || signature.overflowed()) {
            throw new IOException("not two whole parts");
        }
        CMSSignedData data = new CMSSignedData(decode(signature.toInput()));
        if (data.getSignedContent() != null) {
            throw new IOException("content in a detached signature"); // which of the two would be signed?
        }
        Header inner = Header.read(start.toInput());
        List<SignerInformation> signers = List.copyOf(data.getSignerInfos().getSigners());
        Digests digests = new Digests(
                signers.stream().map(SignerInformation::getDigestAlgorithmID).toList(),
                !TransferEncoding.of(inner).equals("binary"));
        split(message, boundary, digests.sink(), OutputStream.nullOutputStream());
        ASN1ObjectIdentifier type = new ASN1ObjectIdentifier(data.getSignedContentTypeOID());
        return new SignedObject(type, signers, all(data.getCertificates()), digests, true, inner);
    }

    private static boolean split(RawMessage message, String boundary, OutputStream first, OutputStream second)
            throws IOException {
        try (InputStream in = SourceStream.open(message)) {
            Header.read(in);
            return TwoParts.split(in, boundary, first, second);
        }
    }

    private static byte[] decode(InputStream part) throws IOException {
        Header header = Header.read(part);
        if (!ContentType.of(header).isPkcs7Signature()) {
            throw new IOException("the second part is no signature"); // RFC 8551 3.5.3
        }
        return TransferEncoding.decode(header, part)
                .orElseThrow(() -> new IOException("unknown Content-Transfer-Encoding"))
                .readAllBytes();
    }

    /** Signed content without a detached form; certificates only have neither content nor signers. */
    static SignedObject opaque(InputStream encoded) throws IOException, CMSException {
        CMSSignedDataParser parser = new CMSSignedDataParser(NO_DIGESTS, encoded);
        Digests digests = new Digests(parser.getDigestAlgorithmIDs(), false);
        BoundedBuffer start = new BoundedBuffer(INNER_HEADER_BYTES);
        CMSTypedStream content = parser.getSignedContent();
        if (content != null) {
            content.getContentStream().transferTo(new TeeOutputStream(start, digests.sink()));
        }
        // The order of the next two matters: the parser moves forward only.
        List<X509CertificateHolder> certificates = all(parser.getCertificates());
        List<SignerInformation> signers = List.copyOf(parser.getSignerInfos().getSigners());
        ASN1ObjectIdentifier type = new ASN1ObjectIdentifier(parser.getSignedContentTypeOID());
        Header inner = Header.read(start.toInput());
        return new SignedObject(type, signers, certificates, digests, content != null, inner);
    }

    private static List<X509CertificateHolder> all(Store<X509CertificateHolder> store) {
        return new ArrayList<>(store.getMatches((Selector<X509CertificateHolder>) null));
    }
}
