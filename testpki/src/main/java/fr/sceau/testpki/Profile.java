package fr.sceau.testpki;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate will say, before options bend it. */
record Profile(
        Issuer issuer,
        X500Name subject,
        int keyUsage,
        List<KeyPurposeId> purposes,
        List<GeneralName> alternativeNames,
        Optional<String> cardNumber) {}
