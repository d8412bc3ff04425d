package fr.sceau.system.model;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which mailboxes there are. */
final class Names {
    private Names() {}

    static void check(World world, ImapConnection eye) throws IOException {
        Set<String> listed = eye.must("LIST \"\" \"" + world.prefix() + "*\"").lines().stream()
                .filter(line -> line.is("LIST"))
                .map(line -> line.word(line.words().size() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!listed.equals(world.names().keySet())) {
            throw new Contradiction(
                    "LIST has " + listed + ", there should be " + world.names().keySet());
        }
    }
}
