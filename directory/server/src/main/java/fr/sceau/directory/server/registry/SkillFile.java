package fr.sceau.directory.server.registry;

/** The format of {@code PS_LibreAcces_SavoirFaire}. */
public final class SkillFile {
    public static final String PREFIX = "PS_LibreAcces_SavoirFaire_";

    private SkillFile() {}

    /**
     * A skill or speciality of a professional.
     *
     * @param code of table R01; never empty
     */
    public record Skill(String idNatPs, String code, String label) {}

    public static TableFormat<SkillColumn, Skill> format() {
        return new TableFormat<>(SkillColumn.class, '|', true, SkillFile::skill);
    }

    private static Skill skill(Row<SkillColumn> row) throws TableFormat.BadRow {
        if (row.get(SkillColumn.CODE).isEmpty()) {
            throw new TableFormat.BadRow("code missing");
        }
        String idNat =
                Identifiers.idNatPs(row.get(SkillColumn.ID_TYPE), row.get(SkillColumn.ID), row.get(SkillColumn.ID_NAT));
        return new Skill(idNat, row.get(SkillColumn.CODE), row.get(SkillColumn.LABEL));
    }
}
