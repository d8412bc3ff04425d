package fr.sceau.store.delivery;

import java.time.Instant;
import java.util.UUID;
import javax.mail.Flags;

/** A message in an inbox, as sessions that watch the inbox have to be told of it. */
public record Arrival(
        String owner, long mailbox, long uid, long modSeq, UUID content, Instant date, Flags flags, long octets) {
    public Arrival {
        flags = new Flags(flags);
    }
}
