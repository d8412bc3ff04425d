package fr.sceau.system.model;

import java.util.Map;
import java.util.Optional;

/** Where messages come from, those too that came by a command of which nobody knows whether it was done. */
final class Origins {
    private final Map<Long, Box> before;
    private final Burst burst;

    Origins(Map<Long, Box> before, Burst burst) {
        this.before = before;
        this.burst = burst;
    }

    /** Finds among the messages without origin those that may have come, each once, by what they hold. */
    void adopt(Snapshot now) {
        now.messages().forEach((uid, message) -> {
            Key key = new Key(now.validity(), uid);
            if (old(key).isEmpty() && burst.birth(key).isEmpty()) {
                burst.perhaps().stream()
                        .filter(birth ->
                                content(birth).filter(message.content()::equals).isPresent())
                        .findFirst()
                        .ifPresent(birth -> burst.found(birth, key));
            }
        });
    }

    /** Not so where one of them copied what came by such a command and is gone again. */
    boolean known(Key key) {
        return burst.perhaps().isEmpty()
                || old(key).isPresent()
                || burst.birth(key)
                        .filter(birth -> birth.sources().stream().allMatch(this::known))
                        .isPresent();
    }

    private Optional<String> content(Birth birth) {
        return birth.letter()
                .map(Birth.Letter::content)
                .or(() -> birth.sources().stream().findFirst().flatMap(this::content));
    }

    private Optional<String> content(Key key) {
        return old(key).map(Message::content).or(() -> burst.birth(key).flatMap(this::content));
    }

    private Optional<Message> old(Key key) {
        return Optional.ofNullable(before.get(key.box()))
                .map(box -> box.messages().get(key.uid()));
    }
}
