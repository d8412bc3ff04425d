package fr.sceau.server.fetch;

import fr.sceau.store.message.HeaderFields;
import fr.sceau.store.message.MessageOctets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.james.imap.api.message.BodyFetchElement;

/** The octets that a section of a whole message names: some in memory, then perhaps the body. */
final class Section {
    private final byte[] start;
    private final boolean withBody;
    private final MessageOctets octets;

    private Section(byte[] start, boolean withBody, MessageOctets octets) {
        this.start = start;
        this.withBody = withBody;
        this.octets = octets;
    }

    // RFC 3501 6.4.5
    static Section of(MessageOctets octets, BodyFetchElement element) throws IOException {
        return switch (element.getSectionType()) {
            case CONTENT -> new Section(octets.header(), true, octets);
            case TEXT -> new Section(new byte[0], true, octets);
            case HEADER, MIME -> new Section(octets.header(), false, octets);
            case HEADER_FIELDS -> fields(octets, element, false);
            case HEADER_NOT_FIELDS -> fields(octets, element, true);
        };
    }

    private static Section fields(MessageOctets octets, BodyFetchElement element, boolean others) throws IOException {
        byte[] subset = HeaderFields.of(octets.header()).subset(lower(element.getFieldNames()), others);
        return new Section(subset, false, octets);
    }

    private static Set<String> lower(Collection<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }

    long size() {
        return start.length + (withBody ? octets.bodySize() : 0);
    }

    InputStream open(long from) {
        int skipped = (int) Math.min(from, start.length);
        InputStream first = new ByteArrayInputStream(start, skipped, start.length - skipped);
        return withBody ? new SequenceInputStream(first, octets.openBody(from - skipped)) : first;
    }
}
