package fr.sceau.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.stream.EntityState;

/** Follows the parse events and says which IMAP section the current part is. RFC 9051 6.4.5.1 */
final class SectionNumbers {
    private final Deque<Frame> multiparts = new ArrayDeque<>();
    private String entity = "";
    private boolean message = true;
    private int depth;

    void on(EntityState state) {
        switch (state) {
            case T_START_MESSAGE -> startMessage();
            case T_END_MESSAGE, T_END_MULTIPART -> end(state);
            case T_START_MULTIPART -> startMultipart();
            case T_START_BODYPART -> startPart();
            default -> {}
        }
    }

    /** Section of the part whose body is being read. */
    String current() {
        if (!message) {
            return entity;
        }
        return entity.isEmpty() ? "1" : entity + ".1";
    }

    int depth() {
        return depth;
    }

    private void startMessage() {
        message = true;
        depth++;
    }

    private void startMultipart() {
        multiparts.push(new Frame(entity));
        depth++;
    }

    private void startPart() {
        Frame frame = multiparts.element();
        frame.count++;
        entity = frame.prefix.isEmpty() ? String.valueOf(frame.count) : frame.prefix + "." + frame.count;
        message = false;
    }

    private void end(EntityState state) {
        depth--;
        if (state == EntityState.T_END_MULTIPART) {
            multiparts.pop();
        }
    }

    private static final class Frame {
        private final String prefix;
        private int count;

        private Frame(String prefix) {
            this.prefix = prefix;
        }
    }
}
