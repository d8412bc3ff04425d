package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.entries.Professional;
import fr.sceau.directory.server.importing.Sites.Knows;
import fr.sceau.directory.server.index.Origin;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.CardFile.Card;
import fr.sceau.directory.server.registry.DiplomaFile.Diploma;
import fr.sceau.directory.server.registry.SkillFile.Skill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Persons of one bucket: what all files say of each, as entries; their places of work go where structures are gathered. */
final class People {
    private final Toggles toggles;
    private final Sites sites;
    private final Update update;
    private final Map<String, Gathered> byNumber = new LinkedHashMap<>();
    private final Set<Long> incomplete = new HashSet<>();

    People(Toggles toggles, Sites sites, Update update) {
        this.toggles = toggles;
        this.sites = sites;
        this.update = update;
    }

    private static final class Gathered {
        private final List<Activity> activities = new ArrayList<>();
        private final List<Activity> connected = new ArrayList<>();
        private final List<Skill> skills = new ArrayList<>();
        private final List<Diploma> diplomas = new ArrayList<>();
        private final List<Card> cards = new ArrayList<>();

        private List<Activity> known() {
            return activities.isEmpty() ? connected : activities;
        }
    }

    void add(Activity activity) {
        gathered(activity.idNatPs()).activities.add(activity);
    }

    /** Of Pro Santé Connect: counts for who is not in the free extraction. */
    void addConnected(Activity activity) {
        gathered(activity.idNatPs()).connected.add(activity);
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

    /** A line of this group was left out: it has to be told again every day. */
    void leftOut(long group) {
        incomplete.add(group);
    }

    /** Who has no activity (a diploma or a card alone) has no entry. */
    void put() throws IOException {
        for (Map.Entry<String, Gathered> each : byNumber.entrySet()) {
            if (!each.getValue().known().isEmpty()) {
                put(each.getKey(), each.getValue());
            }
        }
    }

    private void put(String idNatPs, Gathered all) throws IOException {
        Professional professional = new Professional(
                sorted(all.known()),
                sorted(all.skills),
                sorted(all.diplomas),
                sorted(all.cards),
                toggles.formerAdeli(idNatPs));
        Origin origin = origin(Group.person(idNatPs));
        NationalEntries.of(professional).forEach(entry -> update.put(entry, origin));
        for (Activity activity : all.activities) {
            sites.add(Knows.ACTIVITIES, activity);
        }
        for (Activity activity : all.connected) {
            sites.add(Knows.CONNECTED, activity);
        }
    }

    private Origin origin(long group) {
        return incomplete.contains(group) ? Origin.NONE : update.origins().of(group);
    }

    /** The order of the lines of a file means nothing, and changes from day to day. */
    static <T extends Record> List<T> sorted(List<T> lines) {
        return lines.stream().sorted(Comparator.comparing(Record::toString)).toList();
    }
}
