package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Part.Keys;
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
import fr.sceau.directory.server.registry.NumberCheck;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.SkillColumn;
import fr.sceau.directory.server.registry.SkillFile;
import fr.sceau.directory.server.registry.SkillFile.Skill;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest extraction of each kind in a folder. Activities (free access or Pro Santé Connect) and mailboxes there must be; the
 * others may be missing.
 */
final class Registry {
    private static final Keys<ActivityColumn> ACTIVITY = new Keys<>(
            line -> Group.person(ActivityFile.person(line)), line -> Group.structure(ActivityFile.structure(line)));
    private static final Keys<MailboxColumn> MAILBOX = new Keys<>(
            line -> Group.address(MailboxFile.address(line)), line -> Group.structure(MailboxFile.structure(line)));

    final Optional<Part<ActivityColumn, Activity>> activities;
    final Optional<Part<ActivityColumn, Activity>> connected;
    final Part<MailboxColumn, Mailbox> mailboxes;
    final Optional<Part<SkillColumn, Skill>> skills;
    final Optional<Part<DiplomaColumn, Diploma>> diplomas;
    final Optional<Part<CardColumn, Card>> cards;
    final Optional<Path> toggles;
    private final List<Part<?, ?>> parts;

    Registry(Path folder, NumberCheck check) throws IOException, RefusedFileException {
        Downloads downloads = new Downloads(folder);
        activities = downloads
                .newest(ActivityFile.PREFIX)
                .map(file -> new Part<>("activities", file, ActivityFile.format(check), ACTIVITY));
        connected = downloads
                .newest(ActivityFile.CONNECT_PREFIXES)
                .map(file -> new Part<>("connected", file, ActivityFile.format(check), ACTIVITY));
        if (activities.isEmpty() && connected.isEmpty()) {
            throw Downloads.missing(ActivityFile.PREFIX);
        }
        mailboxes = new Part<>("mailboxes", downloads.needed(MailboxFile.PREFIX), MailboxFile.format(), MAILBOX);
        skills = downloads
                .newest(SkillFile.PREFIX)
                .map(file -> new Part<>("skills", file, SkillFile.format(), Keys.ofPerson(SkillColumn.ID_NAT)));
        diplomas = downloads
                .newest(DiplomaFile.PREFIX)
                .map(file -> new Part<>("diplomas", file, DiplomaFile.format(), Keys.ofPerson(DiplomaColumn.ID_NAT)));
        cards = downloads
                .newest(CardFile.PREFIX)
                .map(file -> new Part<>("cards", file, CardFile.format(), Keys.ofPerson(CardColumn.ID_NAT)));
        toggles = downloads.newestTable(Toggles.PREFIX);
        parts = Stream.of(activities, connected, skills, diplomas, cards, Optional.of(mailboxes))
                .<Part<?, ?>>flatMap(Optional::stream)
                .toList();
    }

    List<Part<?, ?>> parts() {
        return parts;
    }
}
