package fr.sceau.testpki;

/**
 * The structure that a certificate names.
 *
 * @param structureId {@code 1}+FINESS or {@code 3}+SIRET, in OU
 * @param organisation in O
 * @param department in ST, such as {@code Paris (75)}
 */
public record Workplace(String structureId, String organisation, String department) {
    /** A structure in Paris. */
    public static Workplace of(String structureId, String organisation) {
        return new Workplace(structureId, organisation, "Paris (75)");
    }
}
