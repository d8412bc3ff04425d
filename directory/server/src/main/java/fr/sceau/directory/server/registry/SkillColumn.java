package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code PS_LibreAcces_SavoirFaire} that are read. */
public enum SkillColumn implements Column {
    ID_TYPE(true, "Type d'identifiant PP"),
    ID(true, "Identifiant PP"),
    ID_NAT(true, "Identification nationale PP"),
    CODE(true, "Code savoir-faire"),
    LABEL(false, "Libellé savoir-faire");

    private final boolean mandatory;
    private final List<String> titles;

    SkillColumn(boolean mandatory, String... titles) {
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
