package fr.sceau.testpki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** An organisation, one of its services or applications, or one of its servers; always software certificates. */
public final class Organisation extends Holder<Organisation> {
    private final Workplace workplace;
    private final String commonName;

    Organisation(Certifier certifier, Options options, Workplace workplace, String commonName) {
        super(certifier, options);
        this.workplace = workplace;
        this.commonName = commonName;
    }

    @Override
    Organisation with(Options changed) {
        return new Organisation(certifier, changed, workplace, commonName);
    }

    /** ORG SIGN: signs documents and mail. */
    public Issued signature() {
        int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        return issue(usage, List.of(KeyPurposeId.id_kp_emailProtection), mailNames());
    }

    /** Receives encrypted mail. */
    public Issued encryption() {
        return issue(KeyUsage.keyEncipherment, List.of(KeyPurposeId.id_kp_emailProtection), mailNames());
    }

    /** SERV SSL: server and client of TLS. IP addresses become iPAddress. */
    public Issued tls(List<String> hosts) {
        List<GeneralName> names = new ArrayList<>();
        for (String host : hosts) {
            int tag = host.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName;
            names.add(new GeneralName(tag, host));
        }
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
        return issue(usage, List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth), names);
    }

    private Issued issue(int usage, List<KeyPurposeId> purposes, List<GeneralName> names) {
        X500Name subject = DistinguishedNames.organisation(workplace, commonName);
        Profile profile =
                new Profile(Issuer.ELEMENTAIRE_ORGANISATIONS, subject, usage, purposes, names, Optional.empty());
        return certifier.issue(profile, options);
    }

    private List<GeneralName> mailNames() {
        return options.mail().stream()
                .map(mail -> new GeneralName(GeneralName.rfc822Name, mail))
                .toList();
    }
}
