package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** RFC 4314: what the owner grants a colleague stays granted, through RENAME too, until it is taken back. */
final class Rights {
    private static final String LETTERS = "lrswiptek";
    /** Obsolete rights that a server shows along with those that replaced them (RFC 4314 2.1.1). */
    private static final String OBSOLETE = "cd";

    private Rights() {}

    /** SETACL or DELETEACL on a mailbox of its own that nobody else renames or deletes. */
    static void change(Client client) throws IOException {
        Random random = client.random();
        World world = client.world();
        String name = world.passingName(client.name(), random.nextInt(Folders.OWN));
        if (!world.names().containsKey(name)) {
            return;
        }
        String rights = LETTERS.chars()
                .filter(letter -> random.nextInt(3) > 0)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
        boolean takes = rights.isEmpty() || random.nextInt(4) == 0;
        String who = world.colleague();
        client.ask(takes ? "DELETEACL " + name + " " + who : "SETACL " + name + " " + who + " " + rights)
                .must();
        world.granted(world.validity(name), takes ? "" : rights);
    }

    static void check(World world, ImapConnection eye) throws IOException {
        for (Map.Entry<String, Long> name : world.names().entrySet()) {
            Set<Character> granted = letters(world.grantedOn(name.getValue()));
            Set<Character> shown = letters(shown(eye.must("GETACL " + name.getKey()), world.colleague()));
            if (!granted.equals(shown)) {
                throw new Contradiction("GETACL " + name.getKey() + " shows " + shown + ", granted were " + granted);
            }
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
