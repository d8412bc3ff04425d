package fr.sceau.directory.server.entries;

import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.CardFile.Card;
import fr.sceau.directory.server.registry.DiplomaFile.Diploma;
import fr.sceau.directory.server.registry.SkillFile.Skill;
import java.util.List;

/**
 * All that the extractions say of one person.
 *
 * @param activities at least one
 * @param formerAdeli numbers that were replaced by one of RPPS
 */
public record Professional(
        List<Activity> activities,
        List<Skill> skills,
        List<Diploma> diplomas,
        List<Card> cards,
        List<String> formerAdeli) {
    public Professional {
        activities = List.copyOf(activities);
        skills = List.copyOf(skills);
        diplomas = List.copyOf(diplomas);
        cards = List.copyOf(cards);
        formerAdeli = List.copyOf(formerAdeli);
    }
}
