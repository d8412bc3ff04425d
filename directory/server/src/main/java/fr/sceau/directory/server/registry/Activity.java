package fr.sceau.directory.server.registry;

import java.util.Optional;

/**
 * One line of activity: a professional with one skill at one place. Parts other than the identity may be empty.
 *
 * @param idNatPs type digit and identifier
 * @param idType type digit: 8 is RPPS, 0 is ADELI
 */
public record Activity(
        String idNatPs, String idType, Person person, Practice practice, String authority, Optional<Site> site) {

    /** Who. */
    public record Person(
            String family,
            String given,
            String civility,
            String professionCode,
            String professionLabel,
            String category,
            String skill) {}

    /** In what capacity. */
    public record Practice(String mode, String sector, String role, String kind) {}

    /** The eleven digits of RPPS, for those who have them. */
    public Optional<String> rpps() {
        return idType.equals("8") ? Optional.of(idNatPs.substring(1)) : Optional.empty();
    }
}
