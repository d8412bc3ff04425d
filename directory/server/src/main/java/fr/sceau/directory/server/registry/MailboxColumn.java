package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code Extraction_Correspondance_MSSante} that are read. */
public enum MailboxColumn implements PublishedColumn {
    TYPE(true, "Type de BAL"),
    ADDRESS(true, "Adresse BAL"),
    ID_NAT(true, "Identification nationale PP"),
    STRUCTURE_TYPE(true, "Type identifiant structure"),
    STRUCTURE_ID(true, "Identification Structure"),
    SERVICE(false, "Service de rattachement"),
    CIVILITY(false, "Civilité d'exercice"),
    FAMILY(true, "Nom d'exercice"),
    GIVEN(true, "Prénom d'exercice"),
    PROFESSION_LABEL(false, "Libellé Profession"),
    DEMATERIALISATION(false, "Dématérialisation"),
    NAME(false, "Raison Sociale structure BAL"),
    SIGN(false, "Enseigne commerciale structure BAL"),
    STREET_NUMBER(false, "L4NUMEROVOIE structure BAL"),
    STREET_REPETITION(false, "L4COMPLEMENTNUMEROVOIE structure BAL"),
    STREET_TYPE(false, "NL4TYPEVOIE structure BAL", "L4TYPEVOIE structure BAL"),
    STREET_NAME(false, "L4LIBELLEVOIE structure BAL"),
    ROUTING_LINE(false, "L6LIGNEACHEMINEMENT structure BAL"),
    POSTAL_CODE(false, "Code postal structure BAL"),
    DEPARTMENT(false, "Département structure BAL");

    private final Heading heading;

    MailboxColumn(boolean mandatory, String... titles) {
        this.heading = new Heading(mandatory, List.of(titles));
    }

    @Override
    public Heading heading() {
        return heading;
    }
}
