package fr.sceau.system.model;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which mailboxes there are. */
final class Names {
    private Names() {}

    /** All is quiet: the owner sees all of them, the colleague those with the right l. */
    static void check(World world, ImapConnection eye) throws IOException {
        check(world, eye, new Standing.Owner());
        try (ImapConnection other = world.connect("guest", world.colleagueStanding())) {
            check(world, other, world.colleagueStanding());
        }
    }

    private static void check(World world, ImapConnection eye, Standing standing) throws IOException {
        long now = System.nanoTime();
        Set<String> wanted = new TreeSet<>();
        world.names().forEach((name, box) -> {
            if (standing.may(Need.of(box, "l"), now, now) == Sure.YES) {
                wanted.add(standing.shown(name));
            }
        });
        Set<String> listed = listed(eye.must(list(world, standing)));
        if (!listed.equals(wanted)) {
            throw new Contradiction("LIST has " + listed + ", there should be " + wanted);
        }
    }

    /** LIST of the colleague, while rights and names change. */
    static void list(Client client) throws IOException {
        World world = client.world();
        Exchange answer = client.ask(list(world, client.standing()));
        if (client.judge(answer) != Outcome.DONE) {
            return;
        }
        Set<String> listed = listed(answer);
        world.names().forEach((name, box) -> {
            Sure visible = client.standing().may(Need.of(box, "l"), answer.start(), answer.end());
            boolean shown = listed.contains(client.standing().shown(name));
            if (World.lasting(name) && visible == (shown ? Sure.NO : Sure.YES)) {
                throw new Contradiction("LIST has " + listed + "; of " + name + " was granted "
                        + world.grants().between(box, answer.start(), answer.end()));
            }
        });
    }

    private static String list(World world, Standing standing) {
        return "LIST \"\" \"" + standing.shown(world.prefix()) + "*\"";
    }

    private static Set<String> listed(Exchange answer) {
        return answer.lines().stream()
                .filter(line -> line.is("LIST"))
                .map(line -> line.word(line.words().size() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
