package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Draw.Purpose;
import fr.sceau.directory.server.nation.Lists.Town;
import java.util.Locale;

/**
 * An invented place of work.
 *
 * @param finess and {@code legalFiness}: of hospitals, pharmacies, laboratories; empty for a practice
 */
record Structure(long number, Kind kind, String name, Town town, String street, String finess, String legalFiness) {
    private static final double HOSPITALS = 0.01;
    private static final double ESTABLISHMENTS = 0.2;

    /** What it is, with the code and the name of its sector. */
    enum Kind {
        HOSPITAL("SA01", "Etablissement public de santé"),
        HOME("SA17", "Etablissement pour personnes âgées"),
        PHARMACY("SA33", "Pharmacie d'officine"),
        LABORATORY("SA25", "Laboratoire de biologie médicale"),
        CENTRE("SA05", "Centre de santé"),
        PRACTICE("SA07", "Cabinet individuel"),
        GROUP("SA08", "Cabinet de groupe");

        private final String sector;
        private final String label;

        Kind(String sector, String label) {
            this.sector = sector;
            this.label = label;
        }

        String sector() {
            return sector;
        }

        String label() {
            return label;
        }
    }

    /** @param of how many structures there are: the first ones are the large ones */
    static Structure of(Draw nation, long number, long of) {
        Draw draw = nation.about(Purpose.STRUCTURE, number);
        Town town = draw.rather(0, Lists.TOWNS);
        Kind kind = kind(draw, (double) number / of);
        boolean established = kind != Kind.PRACTICE && kind != Kind.GROUP;
        String street =
                1 + draw.below(1, 180) + "|" + (draw.chance(2, 0.05) ? "B" : "") + "|" + draw.of(4, Lists.STREETS);
        return new Structure(
                number,
                kind,
                name(draw, kind, town),
                town,
                street,
                established ? Numbers.finess(number, town.department()) : "",
                kind == Kind.HOSPITAL ? Numbers.finess(number + 500_000, town.department()) : "");
    }

    private static Kind kind(Draw draw, double place) {
        if (place < HOSPITALS) {
            return Kind.HOSPITAL;
        }
        if (place < ESTABLISHMENTS) {
            return Kind.values()[1 + draw.below(5, 4)];
        }
        return draw.chance(5, 0.7) ? Kind.PRACTICE : Kind.GROUP;
    }

    private static String name(Draw draw, Kind kind, Town town) {
        String family = draw.rather(6, Lists.FAMILIES);
        return switch (kind) {
            case HOSPITAL -> "CENTRE HOSPITALIER " + (draw.chance(7, 0.5) ? "DE " + town.name() : "SAINT-" + family);
            case HOME -> "EHPAD RÉSIDENCE " + draw.of(8, Lists.STREETS);
            case PHARMACY -> "PHARMACIE " + family;
            case LABORATORY -> "LABORATOIRE " + family + " & ASSOCIÉS";
            case CENTRE -> "CENTRE DE SANTÉ " + town.name();
            case PRACTICE -> "CABINET DU DR " + family;
            case GROUP -> "SCM " + family + " " + draw.rather(9, Lists.FAMILIES);
        };
    }

    boolean isEstablishment() {
        return !finess.isEmpty();
    }

    String technicalId() {
        return isEstablishment() ? "F" + finess : Numbers.technical(number);
    }

    /** {@code IdNat_Struct}. */
    String idNat() {
        return isEstablishment() ? "1" + finess : "3" + Numbers.siret(number);
    }

    /** Number, repetition, name. */
    String[] streetParts() {
        return street.split("\\|", -1);
    }

    String routingLine() {
        return town.postCode() + " " + town.name();
    }

    /** The domain of those that have one of their own. */
    String domain() {
        String place = town.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return (kind == Kind.HOSPITAL ? "ch-" : "") + place + number + ".mssante.fr";
    }
}
