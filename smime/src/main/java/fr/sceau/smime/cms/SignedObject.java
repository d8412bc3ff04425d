package fr.sceau.smime.cms;

import fr.sceau.smime.Layer.Form;
import fr.sceau.smime.RawMessage;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signed-data object, read but not yet checked.
 *
 * @param contentType type of the signed content
 * @param digests of the content as it came
 * @param enclosed what the object holds as its content
 * @param content the signed entity: the part that people see, or what is enclosed
 */
record SignedObject(
        Form form,
        ASN1ObjectIdentifier contentType,
        List<SignerInformation> signers,
        List<X509CertificateHolder> certificates,
        Digests digests,
        Enclosed enclosed,
        RawMessage content) {
    SignedObject {
        signers = List.copyOf(signers);
        certificates = List.copyOf(certificates);
    }

    /** What is inside a signed-data object. */
    enum Enclosed {
        NOTHING,
        /** The content, be it empty, of an object that stands alone. */
        CONTENT,
        /** The same as the part beside it. RFC 8551 3.5.3.1 does not allow it. */
        CONTENT_SHOWN_TOO,
        /** Other content than the part beside it, so that two readers take different content for signed. */
        CONTENT_NOT_SHOWN
    }
}
