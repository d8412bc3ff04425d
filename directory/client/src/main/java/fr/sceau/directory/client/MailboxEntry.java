package fr.sceau.directory.client;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What the directory says of one mailbox.
 *
 * @param address in lower case
 * @param type PER, ORG, APP or CAB
 * @param idNatPs {@code IdNat_PS} of the professional (type digit and identifier), for a personal mailbox
 * @param structures {@code 1}+FINESS or {@code 3}+SIRET, one for each structure of the mailbox
 * @param displayName for people
 * @param profession for people, such as {@code Médecin}
 * @param organisation for people
 * @param town for people
 * @param certificates to which mail for this address may be encrypted. The directory publishes them, it does not vouch
 *     for them: the caller still has to validate their path
 * @param smimeDeclared the holder declared the ability to open encrypted mail
 */
public record MailboxEntry(
        String address,
        MailboxType type,
        Optional<String> idNatPs,
        List<String> structures,
        String displayName,
        Optional<String> profession,
        Optional<String> organisation,
        Optional<String> town,
        List<X509Certificate> certificates,
        boolean smimeDeclared) {
    public MailboxEntry {
        structures = List.copyOf(structures);
        certificates = List.copyOf(certificates);
    }
}
