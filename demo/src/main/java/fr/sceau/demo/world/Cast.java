package fr.sceau.demo.world;

import java.util.List;
import java.util.Optional;

/** The people whom the demonstration shows. */
public final class Cast {
    /** The domain of the demonstration's operator. */
    public static final String DOMAIN = "exemple.mssante.test";
    /** The domain of the listed partner. */
    public static final String PARTNER_DOMAIN = "partenaire.mssante.test";
    /** A doctor whose key the operator holds. */
    public static final String CLAIRE = "claire.martin@" + DOMAIN;
    /** A doctor who holds his key himself. */
    public static final String PAUL = "paul.durand@" + DOMAIN;
    /** A hospital service. */
    public static final String CARDIOLOGY = "cardiologie@" + DOMAIN;
    /** The service's secretary; she has no mailbox of her own. */
    public static final String LEILA = "leila.benali@" + DOMAIN;
    /** What the secretary types to open the service's mailbox. */
    public static final String LEILA_AT_CARDIOLOGY = "leila.benali+cardiologie@" + DOMAIN;
    /** The laboratory's software. */
    public static final String LABORATORY = "laboratoire@" + DOMAIN;
    /** A doctor of the partner. */
    public static final String HELENE = "helene.lefevre@" + PARTNER_DOMAIN;

    private Cast() {}

    /** IdNat_PS of a professional of the invented registry, by the serial number of its line. */
    public static String idNatPs(int serial) {
        return "8" + Luhn.complete(String.format("9970010%03d", serial));
    }

    /** Number of a structure of the invented registry, by its key: {@code 1}+FINESS or {@code 3}+SIRET. */
    public static String structureId(String key) {
        return new Population().structure(key).id();
    }

    static List<OwnBox> boxes(Population population) {
        String hospital = population.structure("chu").id();
        String laboratory = population.structure("labo").id();
        return List.of(
                person(population, CLAIRE, "OPERATOR", "Dr Claire Martin", hospital),
                person(population, PAUL, "OWNER", "Dr Paul Durand", hospital),
                new OwnBox(
                        CARDIOLOGY,
                        "ORG",
                        "OPERATOR",
                        "Service de cardiologie, CHU de l'Exemple",
                        hospital,
                        Optional.empty(),
                        true,
                        false,
                        LEILA),
                new OwnBox(
                        LABORATORY,
                        "APP",
                        "OWNER",
                        "Laboratoire du Parc",
                        laboratory,
                        Optional.empty(),
                        false,
                        true,
                        ""));
    }

    private static OwnBox person(Population population, String address, String held, String label, String structure) {
        Optional<Professional> holder = Optional.of(population.holderOf(address));
        return new OwnBox(address, "PER", held, label, structure, holder, true, true, "");
    }
}
