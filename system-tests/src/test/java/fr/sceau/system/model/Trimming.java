package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;

/** Keeps mailboxes small, by the same commands as everybody. */
final class Trimming {
    private static final int MOST = 120;

    private Trimming() {}

    static void trim(Client client) throws IOException {
        if (!client.working()
                || !client.standing().owner()
                || client.opened().readOnly()
                || client.view().size() < MOST) {
            return;
        }
        List<Long> known = client.view().uids().stream().filter(uid -> uid > 0).toList();
        List<Long> oldest = known.subList(0, known.size() * 2 / 3);
        String set = Uids.format(oldest);
        Burst burst = client.world().burst();
        Exchange marked =
                client.ask("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)").must();
        client.view().forgetFlags(oldest);
        Exchange gone = client.ask("UID EXPUNGE " + set).must();
        for (long uid : oldest) {
            Key key = new Key(client.box(), uid);
            burst.did(key, Deed.of(marked, Deed.Kind.ADD, Flag.DELETED, client.name()));
            burst.did(key, Deed.of(gone, Deed.Kind.EXPUNGE, 0, client.name()));
        }
    }
}
