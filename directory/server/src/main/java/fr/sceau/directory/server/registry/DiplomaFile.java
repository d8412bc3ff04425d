package fr.sceau.directory.server.registry;

/** The format of {@code PS_LibreAcces_Dipl_AutExerc}. */
public final class DiplomaFile {
    public static final String PREFIX = "PS_LibreAcces_Dipl_AutExerc_";

    private DiplomaFile() {}

    /**
     * A diploma, an authorisation to practise, or both; each part may be empty.
     *
     * @param authorisation its type and its discipline
     */
    public record Diploma(String idNatPs, String code, String label, String authorisation) {}

    public static TableFormat<DiplomaColumn, Diploma> format() {
        return new TableFormat<>(DiplomaColumn.class, '|', true, DiplomaFile::diploma);
    }

    private static Diploma diploma(Row<DiplomaColumn> row) throws TableFormat.BadRow {
        String idNat = Identifiers.idNatPs(
                row.get(DiplomaColumn.ID_TYPE), row.get(DiplomaColumn.ID), row.get(DiplomaColumn.ID_NAT));
        String authorisation = (row.get(DiplomaColumn.AUTHORISATION) + " " + row.get(DiplomaColumn.DISCIPLINE)).strip();
        return new Diploma(idNat, row.get(DiplomaColumn.CODE), row.get(DiplomaColumn.LABEL), authorisation);
    }
}
