package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** RFC 4314: what the owner grants a colleague is hers, through RENAME too, until it is taken back. */
final class Rights {
    static final String LETTERS = "lrswiptek";
    /** Obsolete rights that a server shows along with those that replaced them (RFC 4314 2.1.1). */
    private static final String OBSOLETE = "cd";

    private Rights() {}

    /** SETACL or DELETEACL on a lasting mailbox, or on one of its own that nobody else renames or deletes. */
    static void change(Client client) throws IOException {
        Random random = client.random();
        World world = client.world();
        String name = random.nextBoolean()
                ? world.anyLasting(random)
                : world.passingName(client.name(), random.nextInt(Folders.OWN));
        if (world.names().containsKey(name)) {
            String rights = LETTERS.chars()
                    .filter(letter -> random.nextInt(5) > 0)
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .collect(Collectors.joining());
            grant(client, name, random.nextInt(5) == 0 ? "" : rights);
        }
    }

    static void grant(Client client, String name, String rights) throws IOException {
        World world = client.world();
        String who = world.colleague();
        long box = world.validity(name);
        Grants.Change change = world.grants().begins(box, rights);
        client.ask(rights.isEmpty() ? "DELETEACL " + name + " " + who : "SETACL " + name + " " + who + " " + rights)
                .must();
        world.grants().ended(box, change);
    }

    /** MYRIGHTS of the colleague. */
    static void mine(Client client) throws IOException {
        String name = client.world().anyLasting(client.random());
        long box = client.world().validity(name);
        Exchange answer = client.ask("MYRIGHTS " + client.standing().shown(name));
        if (client.judge(answer, Need.of(box, "l")) == Outcome.DONE) {
            Set<Character> shown = letters(answer.lines().stream()
                    .filter(line -> line.is("MYRIGHTS"))
                    .map(line -> line.word(2))
                    .collect(Collectors.joining()));
            possible(client.world(), box, shown, answer);
        }
    }

    private static void possible(World world, long box, Set<Character> shown, Exchange answer) {
        for (char letter : LETTERS.toCharArray()) {
            Sure had = world.grants().met(Need.of(box, String.valueOf(letter)), answer.start(), answer.end());
            if (had == (shown.contains(letter) ? Sure.NO : Sure.YES)) {
                throw new Contradiction(answer.command() + " shows " + shown + " when these were granted: "
                        + world.grants().between(box, answer.start(), answer.end()));
            }
        }
    }

    /** All is quiet: what GETACL shows was granted, and stays until the next burst changes it. */
    static void check(World world, ImapConnection eye) throws IOException {
        for (Map.Entry<String, Long> name : world.names().entrySet()) {
            Exchange answer = eye.must("GETACL " + name.getKey());
            Set<Character> shown = letters(shown(answer, world.colleague()));
            possible(world, name.getValue(), shown, answer);
            world.grants()
                    .found(name.getValue(), shown.stream().map(String::valueOf).collect(Collectors.joining()));
        }
    }

    private static String shown(Exchange answer, String who) {
        Optional<Line> acl =
                answer.lines().stream().filter(line -> line.is("ACL")).findFirst();
        List<Object> words = acl.map(Line::words).orElse(List.of());
        int place = words.indexOf(who);
        return place < 0 ? "" : String.valueOf(words.get(place + 1));
    }

    private static Set<Character> letters(String rights) {
        return rights.chars()
                .filter(letter -> OBSOLETE.indexOf(letter) < 0)
                .mapToObj(letter -> (char) letter)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
