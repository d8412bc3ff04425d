package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Lists.Profession;
import fr.sceau.directory.server.nation.Lists.Skill;
import fr.sceau.directory.server.nation.Lists.Town;
import fr.sceau.directory.server.nation.Person.Practice;
import java.util.List;

/** How a person is written in the files about persons. */
final class PersonLines {
    private PersonLines() {}

    /** One line a place of work, or one for who has none. */
    static List<String> activities(Person person) {
        if (person.practices().isEmpty()) {
            return List.of(activity(person).toString());
        }
        return person.practices().stream()
                .map(practice -> at(activity(person), practice).toString())
                .toList();
    }

    private static Layout.Line activity(Person person) {
        Profession profession = person.profession();
        Skill skill = profession.skill();
        return identity(Layout.ACTIVITIES, person)
                .put("Code civilité d'exercice", profession.isPhysician() ? "DR" : "")
                .put("Libellé civilité d'exercice", profession.isPhysician() ? "Docteur" : "")
                .put("Code civilité", person.isFemale() ? "MME" : "M")
                .put("Libellé civilité", person.isFemale() ? "Madame" : "Monsieur")
                .put("Code profession", profession.code())
                .put("Libellé profession", profession.label())
                .put("Code catégorie professionnelle", profession.category())
                .put("Libellé catégorie professionnelle", "Civil")
                .put("Code type savoir-faire", skill.type())
                .put("Libellé type savoir-faire", skill.type().isEmpty() ? "" : "Spécialité ordinale")
                .put("Code savoir-faire", skill.code())
                .put("Libellé savoir-faire", skill.label())
                .put("Autorité d'enregistrement", person.idType().equals("8") ? "CNOM/CNOM/CNOM" : "ARS/ARS/ARS");
    }

    private static Layout.Line identity(Layout layout, Person person) {
        return layout.line()
                .put("Type d'identifiant PP", person.idType())
                .put("Identifiant PP", person.id())
                .put("Identification nationale PP", person.idNat())
                .put("Nom d'exercice", person.family())
                .put("Prénom d'exercice", person.given().name());
    }

    private static Layout.Line at(Layout.Line line, Practice practice) {
        Structure structure = practice.structure();
        line.put("Code mode exercice", practice.mode())
                .put("Libellé mode exercice", practice.mode().equals("L") ? "Libéral" : "Salarié")
                .put("Code secteur d'activité", structure.kind().sector())
                .put("Libellé secteur d'activité", structure.kind().label())
                .put("Code rôle", practice.role())
                .put("Code genre activité", practice.kind())
                .put("Téléphone (coord. structure)", practice.telephone());
        return place(identified(line, structure), structure);
    }

    private static Layout.Line identified(Layout.Line line, Structure structure) {
        return line.put("Numéro SIRET site", structure.isEstablishment() ? "" : Numbers.siret(structure.number()))
                .put("Numéro SIREN site", Numbers.siren(structure.number()))
                .put("Numéro FINESS site", structure.finess())
                .put("Numéro FINESS établissement juridique", structure.legalFiness())
                .put("Identifiant technique de la structure", structure.technicalId())
                .put("Raison sociale site", structure.name());
    }

    private static Layout.Line place(Layout.Line line, Structure structure) {
        Town town = structure.town();
        String[] street = structure.streetParts();
        return line.put("Numéro Voie (coord. structure)", street[0])
                .put("Indice répétition voie (coord. structure)", street[1])
                .put("Code type de voie (coord. structure)", "R")
                .put("Libellé type de voie (coord. structure)", "Rue")
                .put("Libellé Voie (coord. structure)", street[2])
                .put("Bureau cedex (coord. structure)", structure.routingLine())
                .put("Code postal (coord. structure)", town.postCode())
                .put("Code commune (coord. structure)", town.code())
                .put("Libellé commune (coord. structure)", town.name())
                .put("Code pays (coord. structure)", "99000")
                .put("Libellé pays (coord. structure)", "France")
                .put("Code Département (structure)", town.department())
                .put("Libellé Département (structure)", town.departmentName());
    }

    static String diploma(Person person) {
        return identity(Layout.DIPLOMAS, person)
                .put("Code type diplôme obtenu", "DE")
                .put("Libellé type diplôme obtenu", "Diplôme d'Etat français")
                .put("Code diplôme obtenu", "DE" + person.profession().code())
                .put("Libellé diplôme obtenu", "DE " + person.profession().label())
                .toString();
    }

    /** Empty for who has none. */
    static List<String> skills(Person person) {
        Profession profession = person.profession();
        Skill skill = profession.skill();
        if (skill.code().isEmpty()) {
            return List.of();
        }
        return List.of(identity(Layout.SKILLS, person)
                .put("Code profession", profession.code())
                .put("Libellé profession", profession.label())
                .put("Code catégorie professionnelle", profession.category())
                .put("Libellé catégorie professionnelle", "Civil")
                .put("Code type savoir-faire", skill.type())
                .put("Libellé type savoir-faire", "Spécialité ordinale")
                .put("Code savoir-faire", skill.code())
                .put("Libellé savoir-faire", skill.label())
                .toString());
    }

    /** Valid for three years from a day that depends on the person. */
    static String card(Person person, Draw draw) {
        int year = 2024 + draw.below(0, 3);
        String monthAndDay = Numbers.padded(1 + draw.below(1, 12), 2) + Numbers.padded(1 + draw.below(2, 28), 2);
        return Layout.CARDS
                .line()
                .put("Identifiant PP", person.id())
                .put("Code type de carte", "CPS")
                .put("Libellé type de carte", "Carte de Professionnel de Santé")
                .put("Numéro carte", Numbers.card(person.number()))
                .put("Identifiant national contenu dans la carte", person.idNat())
                .put("Date début validité", year + monthAndDay)
                .put("Date fin validité", (year + 3) + monthAndDay)
                .put("Date opposition", draw.chance(3, 0.01) ? (year + 1) + monthAndDay : "")
                .put("Date de mise à jour", year + monthAndDay)
                .toString();
    }
}
