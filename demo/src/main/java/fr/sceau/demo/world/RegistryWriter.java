package fr.sceau.demo.world;

/** Writes the invented population in the layouts of the national extractions. */
final class RegistryWriter {
    private final Population population;

    RegistryWriter(Population population) {
        this.population = population;
    }

    /** {@code PS_LibreAcces_Personne_activite}: one line per person and place of work. */
    String personActivity() {
        Extraction extraction = Extraction.personActivity();
        for (Professional one : population.professionals()) {
            Extraction.Line line = extraction.line();
            person(line, one);
            profession(line, one);
            place(line, one.structure());
            line.end();
        }
        return extraction.text();
    }

    private static void person(Extraction.Line line, Professional one) {
        line.set("Type d'identifiant PP", "8")
                .set("Identifiant PP", one.rpps())
                .set("Identification nationale PP", one.idNatPs())
                .set("Code civilité", one.woman() ? "MME" : "M")
                .set("Libellé civilité", one.woman() ? "Madame" : "Monsieur")
                .set("Nom d'exercice", one.family())
                .set("Prénom d'exercice", one.given());
        if (one.profession().equals("10")) {
            line.set("Code civilité d'exercice", "DR").set("Libellé civilité d'exercice", "Docteur");
        }
    }

    private void profession(Extraction.Line line, Professional one) {
        line.set("Code profession", one.profession())
                .set("Libellé profession", population.label(one.profession()))
                .set("Code catégorie professionnelle", "C")
                .set("Libellé catégorie professionnelle", "Civil")
                .set("Code mode exercice", one.mode())
                .set("Libellé mode exercice", population.label(one.mode()));
        if (!one.skill().isEmpty()) {
            line.set("Code type savoir-faire", "S")
                    .set("Libellé type savoir-faire", "Spécialité ordinale")
                    .set("Code savoir-faire", one.skill())
                    .set("Libellé savoir-faire", population.label(one.skill()));
        }
    }

    private static void place(Extraction.Line line, Structure structure) {
        Structure.Address address = structure.address();
        if (structure.hasFiness()) {
            line.set("Numéro FINESS site", structure.number());
        } else {
            line.set("Numéro SIRET site", structure.number())
                    .set("Numéro SIREN site", structure.number().substring(0, 9));
        }
        line.set("Identifiant technique de la structure", structure.technicalId())
                .set("Raison sociale site", structure.name())
                .set("Numéro Voie (coord. structure)", address.number())
                .set("Code type de voie (coord. structure)", address.kindCode())
                .set("Libellé type de voie (coord. structure)", address.kind())
                .set("Libellé Voie (coord. structure)", address.street())
                .set("Bureau cedex (coord. structure)", address.postal() + " " + address.town())
                .set("Code postal (coord. structure)", address.postal())
                .set("Libellé commune (coord. structure)", address.town())
                .set("Code Département (structure)", address.department())
                .set("Ancien identifiant de la structure", structure.id())
                .set("Code secteur d'activité", structure.sector())
                .set("Libellé secteur d'activité", structure.sectorLabel());
    }

    /** {@code Extraction_Correspondance_MSSante}: one line per mailbox; only PER and ORG are published. */
    String mailboxes() {
        Extraction extraction = Extraction.mailboxes();
        for (Professional one : population.professionals()) {
            one.mailbox().ifPresent(address -> personal(extraction.line(), one, address));
        }
        for (Population.Service service : population.services()) {
            Extraction.Line line = extraction
                    .line()
                    .set("Type de BAL", "ORG")
                    .set("Adresse BAL", service.address())
                    .set("Service de rattachement", service.name());
            structure(line, service.structure());
            line.end();
        }
        return extraction.text();
    }

    private void personal(Extraction.Line line, Professional one, String address) {
        line.set("Type de BAL", "PER")
                .set("Adresse BAL", address)
                .set("Type Identifiant PP", "8")
                .set("Identifiant PP", one.rpps())
                .set("Identification nationale PP", one.idNatPs())
                .set("Civilité d'exercice", one.profession().equals("10") ? "DR" : "")
                .set("Nom d'exercice", one.family())
                .set("Prénom d'exercice", one.given())
                .set("Catégorie profession", "C")
                .set("Libellé de catégorie profession", "Civil")
                .set("Code Profession", one.profession())
                .set("Libellé Profession", population.label(one.profession()))
                .set("Code savoir-faire", one.skill())
                .set("Libellé savoir-faire", population.label(one.skill()));
        structure(line, one.structure());
        line.end();
    }

    private static void structure(Extraction.Line line, Structure structure) {
        Structure.Address address = structure.address();
        line.set("Type identifiant structure", structure.hasFiness() ? "1" : "3")
                .set("Identification Structure", structure.number())
                .set("Dématérialisation", "true")
                .set("Raison Sociale structure BAL", structure.name())
                .set("L4NUMEROVOIE structure BAL", address.number())
                .set("NL4TYPEVOIE structure BAL", address.kindCode())
                .set("L4LIBELLEVOIE structure BAL", address.street())
                .set("L6LIGNEACHEMINEMENT structure BAL", address.postal() + " " + address.town())
                .set("Code postal structure BAL", address.postal())
                .set("Département structure BAL", address.department())
                .set("Pays structure BAL", "FRANCE");
    }
}
