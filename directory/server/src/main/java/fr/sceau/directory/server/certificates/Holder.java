package fr.sceau.directory.server.certificates;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.smime.identity.CertificateBranch;
import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.identity.IdentityReader;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whose a mailbox is, or a certificate: a person's, by {@code IdNat_PS}, or that of structures. Never a name: two people have one.
 *
 * @param person of a mailbox PER only: the delegate of an organisation's does not own it
 * @param structures of any other mailbox
 */
public record Holder(Optional<String> person, Set<String> structures) {
    /** Kind of mailbox that belongs to a person. */
    private static final String PERSONAL = "PER";

    public Holder {
        structures = Set.copyOf(structures);
    }

    public static Holder person(String idNatPs) {
        return new Holder(Optional.of(idNatPs), Set.of());
    }

    public static Holder structure(String id) {
        return new Holder(Optional.empty(), Set.of(id));
    }

    /** Of a mailbox; nothing may be known. */
    public static Holder of(String type, Optional<String> idNatPs, Collection<String> structures) {
        return type.equals(PERSONAL)
                ? new Holder(idNatPs, Set.of())
                : new Holder(Optional.empty(), Set.copyOf(structures));
    }

    /** Of a mailbox as it is published. */
    public static Holder of(Entry mailbox) {
        String type =
                Optional.ofNullable(mailbox.getAttributeValue("asTypeBAL")).orElse("");
        Stream<String> structures =
                Stream.ofNullable(mailbox.getAttributeValues("asIdStruct")).flatMap(Arrays::stream);
        return of(type, Optional.ofNullable(mailbox.getAttributeValue("asIdNatPS")), structures.toList());
    }

    /** Whom a certificate names, if its authority names such holders. */
    public static Optional<Holder> of(X509Certificate certificate) {
        CertificateIdentity identity = IdentityReader.read(certificate);
        if (CertificateBranch.of(certificate)
                .filter(branch -> !branch.issuesTo(identity))
                .isPresent()) {
            return Optional.empty();
        }
        if (identity instanceof CertificateIdentity.Person person) {
            return Optional.of(person(person.idNatPs()));
        }
        return identity instanceof CertificateIdentity.Organisation organisation
                ? Optional.of(structure(organisation.structureId()))
                : Optional.empty();
    }

    public boolean isKnown() {
        return person.isPresent() || !structures.isEmpty();
    }

    /**
     * Whether it is the one who was noted, or whom a certificate names.
     *
     * @param onePerson whether a number and a later one are of one person
     */
    public boolean isStill(Holder noted, BiPredicate<String, String> onePerson) {
        return noted.person()
                .map(before -> person.filter(now -> onePerson.test(before, now)).isPresent())
                .orElseGet(() -> !noted.structures().isEmpty() && structures.containsAll(noted.structures()));
    }

    /** Whether a certificate that names the other cannot be this one's: both are people, or both structures. */
    public boolean isContradictedBy(Holder named, BiPredicate<String, String> onePerson) {
        boolean alike = person.isPresent()
                ? named.person().isPresent()
                : isKnown() && !named.structures().isEmpty();
        return alike && !isStill(named, onePerson);
    }
}
