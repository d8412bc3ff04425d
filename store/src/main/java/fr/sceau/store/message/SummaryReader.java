package fr.sceau.store.message;

import fr.sceau.store.StoreException;
import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** Takes a message apart in one pass. Depth, parts and header are bounded: what is beyond makes the message opaque. */
final class SummaryReader {
    private static final int DEEPEST = 30;
    private static final int MOST_PARTS = 1000;
    private static final int LONGEST_HEADER = 512 * 1024;
    private static final LenientFieldParser FIELDS = new LenientFieldParser();
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(LONGEST_HEADER)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxHeaderCount(10_000)
            .build();

    private int parts;

    private SummaryReader() {}

    static Summary read(OctetSource octets) throws IOException {
        SummaryReader reader = new SummaryReader();
        CollectedFields fields = new CollectedFields();
        Part structure;
        try (InputStream in = octets.open()) {
            CountedStream counted = new CountedStream(in);
            structure = reader.top(counted, fields);
        } catch (MimeException | MimeIOException e) {
            structure = Part.opaque(octets.size());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) { // MIME4J's way to say that a hostile field confused it
            structure = Part.opaque(octets.size());
        }
        return new Summary(fields.envelope(), structure, null);
    }

    private Part top(CountedStream in, CollectedFields fields) throws IOException, MimeException {
        return entity(parser(in), fields, 0);
    }

    private static MimeTokenStream parser(InputStream in) {
        MimeTokenStream parser =
                new MimeTokenStream(CONFIG, new DefaultBodyDescriptorBuilder(null, FIELDS, DecodeMonitor.SILENT));
        parser.setRecursionMode(RecursionMode.M_NO_RECURSE);
        parser.parse(in);
        return parser;
    }

    private Part entity(MimeTokenStream parser, CollectedFields fields, int depth) throws IOException, MimeException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new MimeException("too complex");
        }
        EntityState state = parser.next();
        while (state != EntityState.T_BODY
                && state != EntityState.T_END_OF_STREAM
                && state != EntityState.T_START_MULTIPART) {
            if (state == EntityState.T_FIELD) {
                fields.add(parser.getField());
            }
            state = parser.next();
        }
        if (state == EntityState.T_END_OF_STREAM) {
            throw new MimeException("no body");
        }
        MaximalBodyDescriptor descriptor = (MaximalBodyDescriptor) parser.getBodyDescriptor();
        return state == EntityState.T_BODY
                ? leaf(parser, descriptor, depth)
                : part(descriptor, 0, 0, children(parser, depth), null, null);
    }

    private List<Part> children(MimeTokenStream parser, int depth) throws IOException, MimeException {
        List<Part> children = new ArrayList<>();
        EntityState state = parser.next();
        while (state != EntityState.T_END_MULTIPART && state != EntityState.T_END_OF_STREAM) {
            if (state == EntityState.T_START_BODYPART) {
                children.add(entity(parser, new CollectedFields(), depth + 1));
            }
            state = parser.next();
        }
        return children;
    }

    private Part leaf(MimeTokenStream parser, MaximalBodyDescriptor descriptor, int depth)
            throws IOException, MimeException {
        if (is(descriptor, "message", "rfc822")) {
            CountedStream in = new CountedStream(parser.getDecodedInputStream());
            CollectedFields fields = new CollectedFields();
            Part embedded = entity(parser(in), fields, depth + 1);
            in.drain();
            return part(descriptor, in.octets(), in.lines(), List.of(), fields.envelope(), embedded);
        }
        CountedStream body = new CountedStream(parser.getInputStream());
        body.drain();
        boolean text = "text".equalsIgnoreCase(type(descriptor));
        return part(descriptor, body.octets(), text ? body.lines() : Part.UNCOUNTED, List.of(), null, null);
    }

    private static Part part(
            MaximalBodyDescriptor from,
            long octets,
            long lines,
            List<Part> children,
            @Nullable Envelope envelope,
            @Nullable Part embedded) {
        return new Part(
                type(from),
                from.getMediaType() == null ? "plain" : from.getSubType(),
                parameters(from),
                from.getContentId(),
                from.getContentDescription(),
                from.getTransferEncoding(),
                octets,
                lines,
                from.getContentMD5Raw(),
                from.getContentDispositionType(),
                from.getContentDispositionParameters(),
                from.getContentLanguage(),
                from.getContentLocation(),
                children,
                envelope,
                embedded);
    }

    private static Map<String, String> parameters(MaximalBodyDescriptor from) {
        Map<String, String> parameters = new TreeMap<>(from.getContentTypeParameters());
        if ("text".equalsIgnoreCase(type(from))) {
            parameters.putIfAbsent("charset", "us-ascii"); // RFC 2045 5.2
        }
        if (from.getBoundary() != null) {
            parameters.put("boundary", from.getBoundary());
        }
        return parameters;
    }

    private static String type(MaximalBodyDescriptor from) {
        return from.getMediaType() == null ? "text" : from.getMediaType(); // RFC 2045 5.2
    }

    private static boolean is(MaximalBodyDescriptor from, String type, String subtype) {
        return type.equalsIgnoreCase(from.getMediaType()) && subtype.equalsIgnoreCase(from.getSubType());
    }
}
