package fr.sceau.store.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mailbox.store.mail.model.Property;
import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a summary: version 1, envelope, structure, properties (0: those of the structure; 1: given). Numbers are
 * unsigned LEB128, signed ones moved up by one; texts are UTF-8 after their length plus one, 0 for none.
 */
final class SummaryFormat {
    private static final int VERSION = 1;

    private SummaryFormat() {}

    static byte[] write(Summary summary) {
        PackedOutput out = new PackedOutput();
        out.number(VERSION);
        write(out, summary.envelope());
        write(out, summary.structure());
        Properties given = summary.givenProperties();
        out.number(given == null ? 0 : 1);
        if (given != null) {
            Long lines = given.getTextualLineCount();
            out.number(lines == null ? 0 : lines + 1);
            out.list(given.toProperties(), property -> {
                out.text(property.getNamespace());
                out.text(property.getLocalName());
                out.text(property.getValue());
            });
        }
        return out.octets();
    }

    static Summary read(byte[] octets) {
        PackedInput in = new PackedInput(octets);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalArgumentException("Résumé de message de version inconnue : " + version);
        }
        Envelope envelope = readEnvelope(in);
        Part structure = readPart(in);
        return new Summary(envelope, structure, in.number() == 0 ? null : readProperties(in));
    }

    private static Properties readProperties(PackedInput in) {
        long lines = in.number();
        List<Property> list = in.list(() -> new Property(in.some(), in.some(), in.some()));
        return new Properties(list, lines == 0 ? null : lines - 1);
    }

    private static void write(PackedOutput out, Envelope envelope) {
        out.text(envelope.date());
        out.text(envelope.subject());
        for (List<Envelope.Address> each : List.of(
                envelope.from(), envelope.sender(), envelope.replyTo(), envelope.to(), envelope.cc(), envelope.bcc())) {
            out.list(each, address -> write(out, address));
        }
        out.text(envelope.inReplyTo());
        out.text(envelope.messageId());
    }

    private static void write(PackedOutput out, Envelope.Address address) {
        out.text(address.name());
        out.text(address.route());
        out.text(address.mailbox());
        out.text(address.host());
    }

    private static Envelope readEnvelope(PackedInput in) {
        return new Envelope(
                in.text(),
                in.text(),
                addresses(in),
                addresses(in),
                addresses(in),
                addresses(in),
                addresses(in),
                addresses(in),
                in.text(),
                in.text());
    }

    private static List<Envelope.Address> addresses(PackedInput in) {
        return in.list(() -> new Envelope.Address(in.text(), in.text(), in.text(), in.text()));
    }

    private static void write(PackedOutput out, Part part) {
        out.text(part.type());
        out.text(part.subtype());
        write(out, part.parameters());
        out.text(part.id());
        out.text(part.description());
        out.text(part.encoding());
        out.number(part.octets());
        out.number(part.lines() + 1);
        out.text(part.md5());
        out.text(part.disposition());
        write(out, part.dispositionParameters());
        out.list(part.languages(), out::text);
        out.text(part.location());
        out.list(part.parts(), child -> write(out, child));
        Envelope envelope = part.envelope();
        Part embedded = part.embedded();
        out.number(envelope == null || embedded == null ? 0 : 1);
        if (envelope != null && embedded != null) {
            write(out, envelope);
            write(out, embedded);
        }
    }

    private static void write(PackedOutput out, Map<String, String> parameters) {
        out.list(new ArrayList<>(parameters.entrySet()), entry -> {
            out.text(entry.getKey());
            out.text(entry.getValue());
        });
    }

    private static Part readPart(PackedInput in) {
        return readPart(
                in,
                in.text(),
                in.text(),
                readParameters(in),
                in.text(),
                in.text(),
                in.text(),
                in.number(),
                in.number());
    }

    private static Part readPart(
            PackedInput in,
            @Nullable String type,
            @Nullable String subtype,
            Map<String, String> parameters,
            @Nullable String id,
            @Nullable String description,
            @Nullable String encoding,
            long octets,
            long linesAndOne) {
        String md5 = in.text();
        String disposition = in.text();
        Map<String, String> dispositionParameters = readParameters(in);
        List<String> languages = in.list(in::some);
        String location = in.text();
        List<Part> parts = in.list(() -> readPart(in));
        boolean message = in.number() == 1;
        return new Part(
                type,
                subtype,
                parameters,
                id,
                description,
                encoding,
                octets,
                linesAndOne - 1,
                md5,
                disposition,
                dispositionParameters,
                languages,
                location,
                parts,
                message ? readEnvelope(in) : null,
                message ? readPart(in) : null);
    }

    private static Map<String, String> readParameters(PackedInput in) {
        Map<String, String> parameters = new TreeMap<>();
        in.list(() -> parameters.put(in.some(), in.some()) == null);
        return parameters;
    }
}
