package fr.sceau.mailets.header;

import fr.sceau.smime.RawMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Tells whether a message is whole: fields are fields, every multipart ends, nothing nests without end (RFC 2046 5.1). */
public final class MimeShape {
    private static final int DEEPEST = 64;
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(5_000)
            .setMaxContentLen(-1)
            .build();
    private static final Pattern MULTIPART = Pattern.compile("^\\s*multipart/", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary[*0-9]*\\s*=", Pattern.CASE_INSENSITIVE);
    private static final List<Event> FAULTS =
            List.of(Event.MIME_BODY_PREMATURE_END, Event.HEADERS_PREMATURE_END, Event.INVALID_HEADER);

    private MimeShape() {}

    /** Reads the whole message once. */
    public static boolean isWhole(RawMessage message) throws IOException {
        Faults faults = new Faults();
        try (InputStream in = new BufferedInputStream(message.open())) {
            MimeTokenStream tokens = new MimeTokenStream(LIMITS, faults, null);
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE); // a forwarded old message may be broken
            tokens.parse(in);
            return walk(tokens) && !faults.found;
        } catch (MimeException e) {
            return false;
        }
    }

    private static boolean walk(MimeTokenStream tokens) throws IOException, MimeException {
        int depth = 0;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_START_MULTIPART) {
                depth++;
            } else if (state == EntityState.T_END_MULTIPART) {
                depth--;
            }
            if (depth > DEEPEST || state == EntityState.T_FIELD && isUnbounded(tokens.getField())) {
                return false;
            }
        }
        return true;
    }

    /** A multipart that names no boundary (RFC 2046 5.1.1). */
    private static boolean isUnbounded(Field field) {
        return field.getName().equalsIgnoreCase("Content-Type")
                && MULTIPART.matcher(field.getBody()).find()
                && !BOUNDARY.matcher(field.getBody()).find();
    }

    /** Only faults that lose content count; obsolete ways of writing do not. */
    private static final class Faults extends DecodeMonitor {
        private boolean found;

        @Override
        public boolean warn(String error, String dropDesc) {
            found |= FAULTS.stream().anyMatch(fault -> error.contains(fault.toString()));
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }
}
