package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code PS_LibreAcces_SavoirFaire} that are read. */
public enum SkillColumn implements PublishedColumn {
    ID_TYPE(true, "Type d'identifiant PP"),
    ID(true, "Identifiant PP"),
    ID_NAT(true, "Identification nationale PP"),
    CODE(true, "Code savoir-faire"),
    LABEL(false, "Libellé savoir-faire");

    private final Heading heading;

    SkillColumn(boolean mandatory, String... titles) {
        this.heading = new Heading(mandatory, List.of(titles));
    }

    @Override
    public Heading heading() {
        return heading;
    }
}
