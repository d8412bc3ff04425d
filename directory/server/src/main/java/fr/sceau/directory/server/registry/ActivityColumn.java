package fr.sceau.directory.server.registry;

import java.util.List;

/** The columns of {@code PS_LibreAcces_Personne_activite} and of {@code Extraction_ProSanteConnect} that are read. */
public enum ActivityColumn implements PublishedColumn {
    ID_TYPE(true, "Type d'identifiant PP"),
    ID(true, "Identifiant PP"),
    ID_NAT(true, "Identification nationale PP"),
    CIVILITY(false, "Code civilité d'exercice"),
    FAMILY(true, "Nom d'exercice"),
    GIVEN(true, "Prénom d'exercice"),
    BIRTH_FAMILY(false, "Nom de famille"),
    GIVEN_NAMES(false, "Prénoms"),
    PROFESSION_CODE(true, "Code profession"),
    PROFESSION_LABEL(false, "Libellé profession"),
    CATEGORY(false, "Code catégorie professionnelle"),
    SKILL(false, "Code savoir-faire"),
    MODE(false, "Code mode exercice"),
    SIRET(false, "Numéro SIRET site"),
    FINESS(false, "Numéro FINESS site"),
    LEGAL_FINESS(false, "Numéro FINESS établissement juridique"),
    TECHNICAL_ID(false, "Identifiant technique de la structure"),
    NAME(false, "Raison sociale site"),
    SIGN(false, "Enseigne commerciale site"),
    STREET_NUMBER(false, "Numéro Voie (coord. structure)"),
    STREET_REPETITION(false, "Indice répétition voie (coord. structure)"),
    STREET_TYPE(false, "Libellé type de voie (coord. structure)", "Code type de voie (coord. structure)"),
    STREET_NAME(false, "Libellé Voie (coord. structure)"),
    ROUTING_LINE(false, "Bureau cedex (coord. structure)"),
    POSTAL_CODE(false, "Code postal (coord. structure)"),
    TOWN(false, "Libellé commune (coord. structure)"),
    TELEPHONE(false, "Téléphone (coord. structure)"),
    FAX(false, "Télécopie (coord. structure)"),
    DEPARTMENT(false, "Libellé Département (structure)", "Libellé département (coord. structure)"),
    AUTHORITY(false, "Autorité d'enregistrement"),
    SECTOR(false, "Code secteur d'activité"),
    SECTOR_LABEL(false, "Libellé secteur d'activité"),
    ROLE(false, "Code rôle", "Code fonction"),
    KIND(false, "Code genre activité", "Code genre d'activité");

    private final Heading heading;

    ActivityColumn(boolean mandatory, String... titles) {
        this.heading = new Heading(mandatory, List.of(titles));
    }

    @Override
    public Heading heading() {
        return heading;
    }
}
