package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.entries.Professional;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.CardFile.Card;
import fr.sceau.directory.server.registry.DiplomaFile.Diploma;
import fr.sceau.directory.server.registry.SkillFile.Skill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Persons of one bucket: what all files say of each, as entries; their places of work go where structures are gathered. */
final class People {
    private final Toggles toggles;
    private final Sites sites;
    private final Update update;
    private final Map<String, Gathered> byNumber = new LinkedHashMap<>();

    People(Toggles toggles, Sites sites, Update update) {
        this.toggles = toggles;
        this.sites = sites;
        this.update = update;
    }

    private static final class Gathered {
        private final List<Activity> activities = new ArrayList<>();
        private final List<Skill> skills = new ArrayList<>();
        private final List<Diploma> diplomas = new ArrayList<>();
        private final List<Card> cards = new ArrayList<>();
    }

    void add(Activity activity) {
        gathered(activity.idNatPs()).activities.add(activity);
    }

    void add(Skill skill) {
        gathered(skill.idNatPs()).skills.add(skill);
    }

    void add(Diploma diploma) {
        gathered(diploma.idNatPs()).diplomas.add(diploma);
    }

    void add(Card card) {
        gathered(card.idNatPs()).cards.add(card);
    }

    private Gathered gathered(String idNatPs) {
        return byNumber.computeIfAbsent(idNatPs, number -> new Gathered());
    }

    /** Who has no activity (a diploma or a card alone) has no entry. */
    void put() throws IOException {
        for (Map.Entry<String, Gathered> each : byNumber.entrySet()) {
            Gathered all = each.getValue();
            if (!all.activities.isEmpty()) {
                Professional professional = new Professional(
                        sorted(all.activities),
                        sorted(all.skills),
                        sorted(all.diplomas),
                        sorted(all.cards),
                        toggles.formerAdeli(each.getKey()));
                NationalEntries.of(professional).forEach(update::put);
                sites.add(all.activities);
            }
        }
    }

    /** The order of the lines of a file means nothing, and changes from day to day. */
    static <T extends Record> List<T> sorted(List<T> lines) {
        return lines.stream().sorted(Comparator.comparing(Record::toString)).toList();
    }
}
