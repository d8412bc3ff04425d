package fr.sceau.system.mail;

/** The invented patient of the test letters. */
public final class Patient {
    /** Family and given name. */
    public static final String NAME = "ZÉPHIRIN-LACHÂTRE Philomène";
    /** National health identity number of nobody (department 99). */
    public static final String INS = "285019912345697";
    /** Address in the patients' own messaging service. */
    public static final String ADDRESS = INS + "@patient.mssante.fr";

    private Patient() {}
}
