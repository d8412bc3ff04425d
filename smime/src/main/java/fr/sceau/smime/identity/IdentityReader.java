package fr.sceau.smime.identity;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Reads the holder from a certificate's subject. The first RDN may hold SN, GN and CN together. */
public final class IdentityReader {
    /** Type digit and identifier, or {@code 3}+FINESS+{@code /}+register number. */
    private static final Pattern ID_NAT_PS = Pattern.compile("[0-9][0-9A-Z]{8,14}(/[0-9A-Za-z]{1,20})?");
    /** {@code 1}+FINESS (may hold letters) or {@code 3}+SIRET. */
    private static final Pattern STRUCTURE = Pattern.compile("1[0-9A-Z]{9}|3[0-9]{14}");

    private IdentityReader() {}

    public static CertificateIdentity read(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        try {
            return read(X500Name.getInstance(subject.getEncoded()));
        } catch (IllegalArgumentException notWhatItsTypeSays) { // such as UTF-8 that is none
            return new CertificateIdentity.Unknown(subject.getName());
        }
    }

    private static CertificateIdentity read(X500Name subject) {
        List<String> common = values(subject, BCStyle.CN);
        List<String> family = values(subject, BCStyle.SURNAME);
        List<String> given = values(subject, BCStyle.GIVENNAME);
        if (family.isEmpty() && given.isEmpty()) {
            return organisation(subject, common);
        }
        if (common.size() != 1
                || family.size() != 1
                || given.size() != 1
                || !ID_NAT_PS.matcher(common.get(0)).matches()) {
            return unknown(subject);
        }
        return new CertificateIdentity.Person(common.get(0), family.get(0), given.get(0));
    }

    private static CertificateIdentity organisation(X500Name subject, List<String> common) {
        List<String> units = values(subject, BCStyle.OU);
        List<String> names = values(subject, BCStyle.O);
        Optional<String> structure = units.isEmpty() ? Optional.empty() : Optional.of(units.get(units.size() - 1));
        if (common.size() != 1
                || names.size() != 1
                || structure.filter(s -> STRUCTURE.matcher(s).matches()).isEmpty()) {
            return unknown(subject);
        }
        return new CertificateIdentity.Organisation(structure.get(), names.get(0), common.get(0));
    }

    private static CertificateIdentity unknown(X500Name subject) {
        return new CertificateIdentity.Unknown(subject.toString());
    }

    /** All values of a type in the order of the DN, also inside multi-valued RDNs. */
    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            for (var attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(type)) {
                    values.add(text(attribute.getValue().toASN1Primitive()));
                }
            }
        }
        return values;
    }

    private static String text(ASN1Primitive value) {
        return value instanceof ASN1String string ? string.getString().strip() : "";
    }
}
