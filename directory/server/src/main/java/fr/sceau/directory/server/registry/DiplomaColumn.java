package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code PS_LibreAcces_Dipl_AutExerc} that are read. */
public enum DiplomaColumn implements PublishedColumn {
    ID_TYPE(true, "Type d'identifiant PP"),
    ID(true, "Identifiant PP"),
    ID_NAT(true, "Identification nationale PP"),
    CODE(true, "Code diplôme obtenu"),
    LABEL(false, "Libellé diplôme obtenu"),
    AUTHORISATION(false, "Libellé type autorisation"),
    DISCIPLINE(false, "Libellé discipline autorisation");

    private final Heading heading;

    DiplomaColumn(boolean mandatory, String... titles) {
        this.heading = new Heading(mandatory, List.of(titles));
    }

    @Override
    public Heading heading() {
        return heading;
    }
}
