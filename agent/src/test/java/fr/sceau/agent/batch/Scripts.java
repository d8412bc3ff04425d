package fr.sceau.agent.batch;

import fr.sceau.agent.batch.ScriptedServer.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The ways in which tests let a server answer. */
final class Scripts {
    private static final String ALREADY = "550 5.5.0 [already-accepted] Message deja accepte";

    private Scripts() {}

    /** Gives these replies to the first messages, then accepts. */
    static Script answering(String... replies) {
        Deque<String> left = new ArrayDeque<>(List.of(replies));
        return new Script() {
            @Override
            public String message(byte[] bytes) {
                return left.isEmpty() ? "250 2.0.0 ok" : left.removeFirst();
            }
        };
    }

    /** Refuses what it has, as our server does. */
    static Script remembering(Set<String> kept, String... firstReplies) {
        Script first = answering(firstReplies);
        return new Script() {
            @Override
            public String message(byte[] bytes) {
                boolean fresh = kept.add(new String(bytes, StandardCharsets.ISO_8859_1));
                return fresh ? first.message(bytes) : ALREADY;
            }
        };
    }
}
