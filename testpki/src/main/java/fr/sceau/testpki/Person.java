package fr.sceau.testpki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.microsoft.MicrosoftObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;

/** A professional. Holds a CPS card unless {@link #software()} is asked for. */
public final class Person extends Holder<Person> {
    private static final int SIGNATURE = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    private final String idNatPs;
    private final String family;
    private final String given;
    private final String title;
    private final Workplace workplace;
    private final Optional<String> card;

    Person(Certifier certifier, Options options, String idNatPs, String family, String given) {
        this(
                certifier,
                options,
                idNatPs,
                family,
                given,
                "Médecin",
                Workplace.of("10B0000001", "CABINET DE TEST"),
                Optional.of("8025000001/99" + idNatPs.substring(idNatPs.length() - 8)));
    }

    private Person(
            Certifier certifier,
            Options options,
            String idNatPs,
            String family,
            String given,
            String title,
            Workplace workplace,
            Optional<String> card) {
        super(certifier, options);
        this.idNatPs = idNatPs;
        this.family = family;
        this.given = given;
        this.title = title;
        this.workplace = workplace;
        this.card = card;
    }

    @Override
    Person with(Options changed) {
        return new Person(certifier, changed, idNatPs, family, given, title, workplace, card);
    }

    /** Where the person works; a fictitious practice otherwise. */
    public Person at(Workplace structure) {
        return new Person(certifier, options, idNatPs, family, given, title, structure, card);
    }

    /** Profession in the name; {@code Médecin} otherwise. */
    public Person title(String profession) {
        return new Person(certifier, options, idNatPs, family, given, profession, workplace, card);
    }

    /** A software certificate (PKCS#12) in place of a card. */
    public Person software() {
        return new Person(certifier, options, idNatPs, family, given, title, workplace, Optional.empty());
    }

    /** Signs documents and mail. */
    public Issued signature() {
        return certifier.issue(profile(SIGNATURE, List.of(KeyPurposeId.id_kp_emailProtection), names(true)), options);
    }

    /** Logs in. */
    public Issued authentication() {
        List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_smartcardlogon);
        return certifier.issue(profile(KeyUsage.digitalSignature, purposes, names(true)), options);
    }

    /** Receives encrypted mail. Always software: a card is not for mail encryption. Our assumption: never published. */
    public Issued encryption() {
        List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_emailProtection);
        return certifier.issue(software().profile(KeyUsage.keyEncipherment, purposes, names(false)), options);
    }

    private Profile profile(int usage, List<KeyPurposeId> purposes, List<GeneralName> names) {
        X500Name subject = DistinguishedNames.person(workplace, title, idNatPs, family, given);
        Issuer issuer = card.isPresent() ? Issuer.FORT_PERSONNES : Issuer.STANDARD_PERSONNES;
        return new Profile(issuer, subject, usage, purposes, names, card);
    }

    private List<GeneralName> names(boolean upn) {
        List<GeneralName> names = new ArrayList<>();
        if (upn) {
            OtherName name = new OtherName(
                    MicrosoftObjectIdentifiers.microsoft.branch("20.2.3"),
                    new DERUTF8String(idNatPs + "@carte-cps.fr"));
            names.add(new GeneralName(GeneralName.otherName, name));
        }
        options.mail().ifPresent(mail -> names.add(new GeneralName(GeneralName.rfc822Name, mail)));
        return names;
    }
}
