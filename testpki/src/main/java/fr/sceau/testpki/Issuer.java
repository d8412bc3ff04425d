package fr.sceau.testpki;

import org.bouncycastle.asn1.x500.X500Name;

/** The issuing authorities that exist here, each under the root of its range (gamme). */
public enum Issuer {
    /** Software certificates of organisations and servers. */
    ELEMENTAIRE_ORGANISATIONS("EL", "ELEMENTAIRE", "ORG", "ORGANISATIONS"),
    /** Software certificates of persons. */
    STANDARD_PERSONNES("ST", "STANDARD", "PP", "PERSONNES"),
    /** Certificates on CPS cards. */
    FORT_PERSONNES("FO", "FORT", "PP", "PERSONNES");

    private final String range;
    private final String rangeName;
    private final String domain;
    private final String domainName;

    Issuer(String range, String rangeName, String domain, String domainName) {
        this.range = range;
        this.rangeName = rangeName;
        this.domain = domain;
        this.domainName = domainName;
    }

    /** File code of the issuing authority, such as {@code ACI-EL-ORG-TEST}. */
    public String code() {
        return "ACI-" + range + "-" + domain + "-TEST";
    }

    /** File code of its root, such as {@code ACR-EL-TEST}. */
    public String rootCode() {
        return "ACR-" + range + "-TEST";
    }

    String commonName() {
        return "TEST AC IGC-SANTE " + rangeName + " " + domainName;
    }

    String rootCommonName() {
        return "TEST AC RACINE IGC-SANTE " + rangeName;
    }

    X500Name subject() {
        return DistinguishedNames.authority(commonName());
    }

    X500Name rootSubject() {
        return DistinguishedNames.authority(rootCommonName());
    }
}
