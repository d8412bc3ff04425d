package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code PS_LibreAcces_Dipl_AutExerc} that are read. */
public enum DiplomaColumn implements Column {
    ID_TYPE(true, "Type d'identifiant PP"),
    ID(true, "Identifiant PP"),
    ID_NAT(true, "Identification nationale PP"),
    CODE(true, "Code diplôme obtenu"),
    LABEL(false, "Libellé diplôme obtenu"),
    AUTHORISATION(false, "Libellé type autorisation"),
    DISCIPLINE(false, "Libellé discipline autorisation");

    private final boolean mandatory;
    private final List<String> titles;

    DiplomaColumn(boolean mandatory, String... titles) {
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
