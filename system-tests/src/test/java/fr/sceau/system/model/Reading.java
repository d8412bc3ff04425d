package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** FETCH of a whole message, which marks it as seen where that may be done (RFC 3501 6.4.5, RFC 4314 4). */
final class Reading {
    private Reading() {}

    static void read(Client client) throws IOException {
        List<Long> uids = client.view().someUids(client.random());
        if (uids.isEmpty()) {
            return;
        }
        long uid = uids.get(0);
        Key key = new Key(client.box(), uid);
        Exchange answer = client.ask("UID FETCH " + uid + " (UID BODY[])");
        Deed deed = Deed.of(answer, Deed.Kind.ADD, client.opened().permitted(Flag.SEEN, answer), client.name());
        Outcome outcome = client.judge(answer, client.reading());
        if (outcome != Outcome.REFUSED) {
            client.world().burst().did(key, deed.when(outcome));
        }
        compare(answer, key, client.world());
    }

    /** With what the last quiet point found, for what was there then. */
    private static void compare(Exchange answer, Key key, World world) {
        Optional<String> known = Optional.ofNullable(world.boxes().get(key.box()))
                .map(box -> box.messages().get(key.uid()))
                .map(Message::content);
        boolean differs = answer.fetched()
                .map(Fetched::of)
                .filter(fetched -> fetched.uid().filter(uid -> uid == key.uid()).isPresent())
                .flatMap(fetched -> fetched.item("BODY[]").stream())
                .anyMatch(content -> known.filter(text -> !text.equals(content)).isPresent());
        if (differs) {
            throw new Contradiction(answer.command() + " gave another content than before");
        }
    }
}
