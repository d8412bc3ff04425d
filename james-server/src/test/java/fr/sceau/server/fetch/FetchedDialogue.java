package fr.sceau.server.fetch;

import org.apache.james.imap.encode.ImapEncoder;

/** What dialogues outside this package need of it. */
public final class FetchedDialogue {
    private FetchedDialogue() {}

    /** James' encoder, and ours for what our FETCH shows. */
    public static ImapEncoder encoder(ImapEncoder james) {
        FetchedMessageEncoder ours = new FetchedMessageEncoder();
        return (message, composer) -> {
            if (message instanceof FetchedMessage fetched) {
                ours.encode(fetched, composer);
            } else {
                james.encode(message, composer);
            }
        };
    }
}
