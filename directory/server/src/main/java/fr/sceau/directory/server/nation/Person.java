package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Lists.Given;
import fr.sceau.directory.server.nation.Lists.Profession;
import java.util.List;

/**
 * An invented professional as the registry knows him on one day.
 *
 * @param idType {@code 8} RPPS, {@code 0} ADELI, {@code 3} known by the number of an establishment
 * @param adeli the number that he has or had, or empty
 */
record Person(
        long number,
        String idType,
        String id,
        String adeli,
        Given given,
        String family,
        Profession profession,
        List<Practice> practices) {

    /**
     * Work at one place.
     *
     * @param mode L in private practice, S employed
     * @param kind {@code genre d'activité}
     */
    record Practice(Structure structure, String mode, String role, String kind, String telephone) {}

    /** {@code IdNat_PS}. */
    String idNat() {
        return idType + id;
    }

    boolean isFemale() {
        return given.gender().equals("F");
    }
}
