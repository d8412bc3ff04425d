package fr.sceau.smime.cms;

import fr.sceau.smime.mime.Header;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signed-data object, read but not yet checked.
 *
 * @param contentType type of the signed content, if there is any
 * @param digests of the content as it came
 * @param hasContent whether there is any content to digest, be it empty
 * @param inner header of the signed entity
 */
record SignedObject(
        ASN1ObjectIdentifier contentType,
        List<SignerInformation> signers,
        List<X509CertificateHolder> certificates,
        Digests digests,
        boolean hasContent,
        Header inner) {
    SignedObject {
        signers = List.copyOf(signers);
        certificates = List.copyOf(certificates);
    }
}
