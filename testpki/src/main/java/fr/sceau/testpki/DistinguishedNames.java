package fr.sceau.testpki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The name shapes of IGC-Santé: C first, and for persons a last RDN of three values. */
final class DistinguishedNames {
    private DistinguishedNames() {}

    static X500Name authority(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "ASIP-SANTE")
                .addRDN(BCStyle.OU, "0002 187512751")
                .addRDN(BCStyle.OU, "IGC-SANTE TEST")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    static X500Name person(Workplace workplace, String title, String idNatPs, String family, String given) {
        return structure(workplace)
                .addRDN(BCStyle.T, title)
                .addMultiValuedRDN(
                        new ASN1ObjectIdentifier[] {BCStyle.SURNAME, BCStyle.CN, BCStyle.GIVENNAME},
                        new String[] {family, idNatPs, given})
                .build();
    }

    static X500Name organisation(Workplace workplace, String commonName) {
        return structure(workplace).addRDN(BCStyle.CN, commonName).build();
    }

    private static X500NameBuilder structure(Workplace workplace) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.ST, workplace.department())
                .addRDN(BCStyle.O, workplace.organisation())
                .addRDN(BCStyle.OU, workplace.structureId());
    }
}
