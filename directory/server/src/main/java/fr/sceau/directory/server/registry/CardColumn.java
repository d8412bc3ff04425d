package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code Porteurs_CPS_CPF} that are read. */
public enum CardColumn implements PublishedColumn {
    TYPE(true, "Code type de carte"),
    NUMBER(true, "Numéro carte"),
    ID_NAT(true, "Identifiant national contenu dans la carte"),
    FROM(true, "Date début validité"),
    TO(true, "Date fin validité"),
    OPPOSED(false, "Date opposition");

    private final Heading heading;

    CardColumn(boolean mandatory, String... titles) {
        this.heading = new Heading(mandatory, List.of(titles));
    }

    @Override
    public Heading heading() {
        return heading;
    }
}
