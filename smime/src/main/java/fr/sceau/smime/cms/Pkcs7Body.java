package fr.sceau.smime.cms;

import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.Pieces;
import fr.sceau.smime.mime.TransferEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;

/**
 * The CMS object that is the body of an {@code application/pkcs7-mime} entity. Its type is read from the object; what
 * the header says of it is a mere hint.
 *
 * @param type such as signed-data
 * @param encoded the object from its start
 */
record Pkcs7Body(ASN1ObjectIdentifier type, InputStream encoded) {
    private static final int PEEK = 64;

    /**
     * Fails with an IOException or a RuntimeException of the parser if this is no CMS object.
     *
     * @param size of the message: no length inside can be larger, so a small object cannot ask for much memory
     */
    static Pkcs7Body open(Header header, InputStream body, long size) throws IOException {
        InputStream decoded = TransferEncoding.decode(header, body)
                .orElseThrow(() -> new IOException("unknown Content-Transfer-Encoding"));
        return of(decoded, size);
    }

    /** An object that is not in a message. */
    static Pkcs7Body open(byte[] encoded) throws IOException {
        return of(new ByteArrayInputStream(encoded), encoded.length);
    }

    private static Pkcs7Body of(InputStream encoded, long size) throws IOException {
        InputStream object = Pieces.from(encoded);
        object.mark(PEEK);
        ASN1ObjectIdentifier type = type(object.readNBytes(PEEK));
        object.reset();
        int limit = (int) Math.min(size, Integer.MAX_VALUE);
        return new Pkcs7Body(type, new ASN1InputStream(object, limit));
    }

    /** First element of ContentInfo. RFC 5652 section 3 */
    private static ASN1ObjectIdentifier type(byte[] start) throws IOException {
        ASN1StreamParser parser = new ASN1StreamParser(new ByteArrayInputStream(start), Integer.MAX_VALUE);
        if (parser.readObject() instanceof ASN1SequenceParser contentInfo
                && contentInfo.readObject() instanceof ASN1ObjectIdentifier type) {
            return type;
        }
        throw new IOException("not a CMS object");
    }
}
