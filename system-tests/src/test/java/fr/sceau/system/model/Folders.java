package fr.sceau.system.model;

import java.io.IOException;
import java.util.Random;

/** CREATE, RENAME and DELETE of mailboxes that nobody else may rename or delete, while others put mail into them. */
final class Folders {
    static final int OWN = 4;

    private Folders() {}

    static void change(Client client) throws IOException {
        Random random = client.random();
        World world = client.world();
        String name = world.passingName(client.name(), random.nextInt(OWN));
        if (!world.names().containsKey(name)) {
            create(client, name);
        } else if (random.nextInt(3) == 0) {
            client.ask("DELETE " + name).must();
            world.deleted(name);
        } else {
            rename(client, name);
        }
    }

    static void create(Client client, String name) throws IOException {
        client.ask("CREATE " + name).must();
        Exchange status = client.ask("STATUS " + name + " (UIDVALIDITY)").must();
        client.world().created(name, Looking.number(status, "UIDVALIDITY"));
    }

    /** To a free name of its own. */
    private static void rename(Client client, String from) throws IOException {
        World world = client.world();
        for (int number = 0; number < OWN; number++) {
            String to = world.passingName(client.name(), number);
            if (!world.names().containsKey(to)) {
                client.ask("RENAME " + from + " " + to).must();
                world.renamed(from, to);
                return;
            }
        }
    }
}
