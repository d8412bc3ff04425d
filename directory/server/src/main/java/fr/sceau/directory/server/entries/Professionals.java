package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.CardFile;
import fr.sceau.directory.server.registry.PostalAddress;
import fr.sceau.directory.server.registry.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ou=professionnels}: one entry per {@code IdNat_PS}, never per name; below it one per place of work. */
final class Professionals {
    private static final String ADELI = "0";

    private Professionals() {}

    /** The person and his places of work. */
    static List<StoredEntry> person(Professional professional) {
        List<Activity> activities = professional.activities();
        Activity first = activities.get(0);
        EntryDraft draft = new EntryDraft(
                "uid",
                first.idNatPs(),
                Tree.PROFESSIONALS,
                "top",
                "person",
                "organizationalPerson",
                "inetOrgPerson",
                "asProfessionnel");
        draft.add("employeeNumber", first.rpps().orElse(""));
        draft.add("asTypeIdentifiant", first.idType());
        draft.add("asAdeli", first.idType().equals(ADELI) ? first.idNatPs().substring(1) : "");
        draft.add("preferredLanguage", "fr");
        names(draft, first.person());
        activities.forEach(activity -> capacities(draft, activity));
        qualifications(draft, professional);
        List<StoredEntry> entries = new ArrayList<>(List.of(draft.build()));
        entries.addAll(situations(activities, draft.dn()));
        return entries;
    }

    private static void names(EntryDraft draft, Activity.Person person) {
        String full = (person.given() + " " + person.family()).strip();
        draft.add("cn", full).add("cn", Ascii.of(full));
        draft.add("cn", (person.family() + " " + person.given()).strip()); // people type either order
        draft.add("sn", person.family()).add("sn", Ascii.of(person.family()));
        draft.add("givenName", person.given()).add("givenName", Ascii.of(person.given()));
        draft.add("displayName", (person.civility() + " " + full).strip());
    }

    private static void capacities(EntryDraft draft, Activity activity) {
        Activity.Person person = activity.person();
        draft.add("title", person.professionLabel()).add("asProfession", person.professionCode());
        draft.add("asCategorie", person.category()).add("asSavoirFaire", person.skill());
        draft.add("asAutorite", activity.authority());
    }

    private static void qualifications(EntryDraft draft, Professional professional) {
        professional.skills().forEach(skill -> draft.add("asSavoirFaire", skill.code())
                .add("title", skill.label()));
        professional.diplomas().forEach(diploma -> draft.add("asDiplome", diploma.code())
                .add("asAutorisation", diploma.authorisation()));
        for (CardFile.Card card : professional.cards()) {
            draft.add(
                    "asCarte",
                    String.join(" ", card.number(), card.type(), card.from(), card.to(), card.opposed())
                            .strip());
        }
        professional.formerAdeli().forEach(number -> draft.add("asAdeli", number));
    }

    /** A person without structure has none; lines that differ in the skill only are one situation. */
    private static List<StoredEntry> situations(List<Activity> activities, DN person) {
        Map<String, StoredEntry> byId = new LinkedHashMap<>();
        for (Activity activity : activities) {
            activity.site().ifPresent(site -> {
                String id = situationId(activity, site);
                byId.computeIfAbsent(id, i -> situation(i, activity, site, person));
            });
        }
        return List.copyOf(byId.values());
    }

    private static StoredEntry situation(String id, Activity activity, Site site, DN person) {
        Activity.Practice practice = activity.practice();
        PostalAddress address = site.address();
        return new EntryDraft("asIdSituation", id, person, "top", "asSituation")
                .add("asModeExercice", practice.mode())
                .add("asSecteur", practice.sector())
                .add("asRole", practice.role())
                .add("asGenreActivite", practice.kind())
                .add("asIdStruct", site.id())
                .add("asIdTechnique", site.technicalId())
                .add("o", site.displayName())
                .add("street", address.street())
                .add("postalCode", address.postalCode())
                .add("l", address.town())
                .add("telephoneNumber", site.telephone())
                .add("facsimileTelephoneNumber", site.fax())
                .build();
    }

    private static String situationId(Activity activity, Site site) {
        String key = String.join(
                "|", site.id(), activity.practice().mode(), activity.practice().sector());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
