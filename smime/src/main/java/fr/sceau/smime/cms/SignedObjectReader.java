package fr.sceau.smime.cms;

import fr.sceau.smime.Layer.Form;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.cms.SignedObject.Enclosed;
import fr.sceau.smime.mime.BoundedBuffer;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.TransferEncoding;
import fr.sceau.smime.mime.TwoParts;
import fr.sceau.smime.mime.TwoParts.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.Store;

/** Reads signed-data objects. Content passes through the digests and is never held whole. */
final class SignedObjectReader {
    private static final int MAX_SIGNATURE_BYTES = 4 << 20;
    private static final int INNER_HEADER_BYTES = 64 << 10;

    private static final AlgorithmIdentifier COMPARISON = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private static final DigestCalculatorProvider NO_DIGESTS = algorithm -> {
        throw new OperatorCreationException("digests are computed here");
    };

    private SignedObjectReader() {}

    /** Reads the message twice: the digests to compute are known only at its end. */
    static SignedObject detached(RawMessage message, String boundary) throws IOException, CMSException {
        BoundedBuffer signature = new BoundedBuffer(MAX_SIGNATURE_BYTES);
        BoundedBuffer start = new BoundedBuffer(INNER_HEADER_BYTES);
        Optional<Extent> extent = split(message, boundary, start, signature);
        if (extent.isEmpty() || signature.overflowed()) {
            throw new IOException("not two whole parts");
        }
        CMSSignedData data = new CMSSignedData(decode(signature.toInput()));
        boolean canonicalToo =
                !TransferEncoding.of(Header.read(start.toInput())).equals("binary");
        List<SignerInformation> signers = List.copyOf(data.getSignerInfos().getSigners());
        Digests digests = new Digests(digestAlgorithms(signers), canonicalToo);
        split(message, boundary, digests.sink(), OutputStream.nullOutputStream());
        return new SignedObject(
                Form.CLEAR,
                new ASN1ObjectIdentifier(data.getSignedContentTypeOID()),
                signers,
                all(data.getCertificates()),
                digests,
                enclosed(data, digests),
                new ClearContent(message, extent.get()));
    }

    /** Those that the signers name, and one by which content in the object is compared with the part beside it. */
    private static List<AlgorithmIdentifier> digestAlgorithms(List<SignerInformation> signers) {
        return Stream.concat(signers.stream().map(SignerInformation::getDigestAlgorithmID), Stream.of(COMPARISON))
                .toList();
    }

    private static Enclosed enclosed(CMSSignedData data, Digests shown) throws IOException {
        CMSTypedData content = data.getSignedContent();
        if (content == null) {
            return Enclosed.NOTHING;
        }
        MessageDigest digest = DigestAlgorithm.of(COMPARISON).orElseThrow().create();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.write(sink);
        } catch (CMSException unreadable) {
            return Enclosed.CONTENT_NOT_SHOWN;
        }
        return shown.matches(COMPARISON, digest.digest()) ? Enclosed.CONTENT_SHOWN_TOO : Enclosed.CONTENT_NOT_SHOWN;
    }

    private static Optional<Extent> split(RawMessage message, String boundary, OutputStream first, OutputStream second)
            throws IOException {
        try (InputStream in = SourceStream.open(message)) {
            Header.read(in);
            return TwoParts.locate(in, boundary, first, second);
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

    /**
     * Signed content without a detached form; certificates only have neither content nor signers.
     *
     * @param content where the content can be read again
     */
    static SignedObject opaque(InputStream encoded, OpaqueContent content) throws IOException, CMSException {
        CMSSignedDataParser parser = parser(encoded);
        Digests digests = new Digests(parser.getDigestAlgorithmIDs(), false);
        CMSTypedStream enclosed = parser.getSignedContent();
        if (enclosed != null) {
            enclosed.getContentStream().transferTo(digests.sink());
        }
        // The order of the next two matters: the parser moves forward only.
        List<X509CertificateHolder> certificates = all(parser.getCertificates());
        List<SignerInformation> signers = List.copyOf(parser.getSignerInfos().getSigners());
        return new SignedObject(
                Form.OPAQUE,
                new ASN1ObjectIdentifier(parser.getSignedContentTypeOID()),
                signers,
                certificates,
                digests,
                enclosed == null ? Enclosed.NOTHING : Enclosed.CONTENT,
                content);
    }

    static CMSSignedDataParser parser(InputStream encoded) throws CMSException {
        return new CMSSignedDataParser(NO_DIGESTS, encoded);
    }

    private static List<X509CertificateHolder> all(Store<X509CertificateHolder> store) {
        return new ArrayList<>(store.getMatches((Selector<X509CertificateHolder>) null));
    }
}
