package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code Porteurs_CPS_CPF} that are read. */
public enum CardColumn implements Column {
    TYPE(true, "Code type de carte"),
    NUMBER(true, "Numéro carte"),
    ID_NAT(true, "Identifiant national contenu dans la carte"),
    FROM(true, "Date début validité"),
    TO(true, "Date fin validité"),
    OPPOSED(false, "Date opposition");

    private final boolean mandatory;
    private final List<String> titles;

    CardColumn(boolean mandatory, String... titles) {
        this.mandatory = mandatory;
        this.titles = List.of(titles);
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
