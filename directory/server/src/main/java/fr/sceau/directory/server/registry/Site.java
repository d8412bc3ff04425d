package fr.sceau.directory.server.registry;

/**
 * A structure at one place, as a line of activity names it; each part may be empty.
 *
 * @param id {@code IdNat_Struct}: {@code 1}+FINESS or {@code 3}+SIRET, else the technical identifier
 */
public record Site(
        String id,
        String technicalId,
        String name,
        String sign,
        String finess,
        String legalFiness,
        String siret,
        String sectorLabel,
        PostalAddress address,
        String telephone,
        String fax) {
    /** What people call it: the sign over the door rather than the legal name. */
    public String displayName() {
        return sign.isEmpty() ? name : sign;
    }

    static String id(String finess, String siret, String technicalId) {
        if (!finess.isEmpty()) {
            return "1" + finess;
        }
        return siret.isEmpty() ? technicalId : "3" + siret;
    }
}
