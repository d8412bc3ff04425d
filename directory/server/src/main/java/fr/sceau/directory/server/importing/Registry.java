package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.ActivityColumn;
import fr.sceau.directory.server.registry.ActivityFile;
import fr.sceau.directory.server.registry.CardColumn;
import fr.sceau.directory.server.registry.CardFile;
import fr.sceau.directory.server.registry.CardFile.Card;
import fr.sceau.directory.server.registry.DiplomaColumn;
import fr.sceau.directory.server.registry.DiplomaFile;
import fr.sceau.directory.server.registry.DiplomaFile.Diploma;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxColumn;
import fr.sceau.directory.server.registry.MailboxFile;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.SkillColumn;
import fr.sceau.directory.server.registry.SkillFile;
import fr.sceau.directory.server.registry.SkillFile.Skill;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest extraction of each kind in a folder. Activities and mailboxes there must be; the others may be missing. */
final class Registry {
    final Part<ActivityColumn, Activity> activities;
    final Part<MailboxColumn, Mailbox> mailboxes;
    final Optional<Part<SkillColumn, Skill>> skills;
    final Optional<Part<DiplomaColumn, Diploma>> diplomas;
    final Optional<Part<CardColumn, Card>> cards;
    final Optional<Path> toggles;

    Registry(Path folder) throws IOException, RefusedFileException {
        Downloads downloads = new Downloads(folder);
        activities = new Part<>(
                "activities", downloads.needed(ActivityFile.PREFIX), ActivityFile.format(), ActivityColumn.ID_NAT);
        mailboxes = new Part<>(
                "mailboxes", downloads.needed(MailboxFile.PREFIX), MailboxFile.format(), MailboxColumn.ADDRESS);
        skills = downloads
                .newest(SkillFile.PREFIX)
                .map(file -> new Part<>("skills", file, SkillFile.format(), SkillColumn.ID_NAT));
        diplomas = downloads
                .newest(DiplomaFile.PREFIX)
                .map(file -> new Part<>("diplomas", file, DiplomaFile.format(), DiplomaColumn.ID_NAT));
        cards = downloads
                .newest(CardFile.PREFIX)
                .map(file -> new Part<>("cards", file, CardFile.format(), CardColumn.ID_NAT));
        toggles = downloads.newestTable(Toggles.PREFIX);
    }

    List<Part<?, ?>> parts() {
        return Stream.concat(ofPersons().stream(), Stream.<Part<?, ?>>of(mailboxes))
                .toList();
    }

    /** Those whose lines are about persons. */
    List<Part<?, ?>> ofPersons() {
        return Stream.of(Optional.of(activities), skills, diplomas, cards)
                .<Part<?, ?>>flatMap(Optional::stream)
                .toList();
    }
}
