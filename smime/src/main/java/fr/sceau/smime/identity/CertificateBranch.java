package fr.sceau.smime.identity;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The two branches under each root of IGC-Santé, by the name of the issuing authority. */
public enum CertificateBranch {
    PERSONNES,
    ORGANISATIONS;

    private static final Pattern ISSUER =
            Pattern.compile("(TEST )?AC IGC-SANTE (ELEMENTAIRE|STANDARD|FORT) (PERSONNES|ORGANISATIONS)");

    /** Empty for an issuer that is not one of IGC-Santé's: then there is nothing to compare. */
    public static Optional<CertificateBranch> of(X509Certificate certificate) {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        var names = issuer.getRDNs(BCStyle.CN);
        if (names.length != 1) {
            return Optional.empty();
        }
        Matcher matcher =
                ISSUER.matcher(IETFUtils.valueToString(names[0].getFirst().getValue()));
        return matcher.matches() ? Optional.of(valueOf(matcher.group(3))) : Optional.empty();
    }

    /** A holder that cannot be read belongs to no branch, and is told apart elsewhere. */
    public boolean issuesTo(CertificateIdentity holder) {
        return this == PERSONNES
                ? !(holder instanceof CertificateIdentity.Organisation)
                : !(holder instanceof CertificateIdentity.Person);
    }
}
