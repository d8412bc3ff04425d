package fr.sceau.store.content;

import java.util.UUID;
import org.apache.james.mailbox.model.MessageId;

/** The name of a content, which is also the MessageId that James gives out: all copies of a message have the same. */
public record ContentId(UUID value) implements MessageId {
    public static ContentId of(MessageId id) {
        if (id instanceof ContentId content) {
            return content;
        }
        throw new IllegalArgumentException(
                "Identifiant d'un autre magasin : " + id.getClass().getSimpleName());
    }

    @Override
    public String serialize() {
        return value.toString();
    }

    @Override
    public boolean isSerializable() {
        return true;
    }

    @Override
    public String toString() {
        return value.toString();
    }

    /** New names, ordered by time. */
    public static final class Factory implements MessageId.Factory {
        @Override
        public MessageId fromString(String serialized) {
            return new ContentId(UUID.fromString(serialized));
        }

        @Override
        public MessageId generate() {
            return new ContentId(Contents.newId());
        }
    }
}
