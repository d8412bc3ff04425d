package fr.sceau.server.fetch;

import fr.sceau.store.message.Envelope;
import fr.sceau.store.message.Part;
import org.jspecify.annotations.Nullable;

/** A structure in the words of RFC 3501 7.4.2: with extensions for BODYSTRUCTURE, without for BODY. */
final class StructureWords {
    private final Words words;
    private final boolean extensions;

    StructureWords(Words words, boolean extensions) {
        this.words = words;
        this.extensions = extensions;
    }

    void write(Part part) {
        if (part.isMultipart()) {
            multipart(part);
        } else {
            single(part);
        }
    }

    private void multipart(Part part) {
        words.open();
        if (part.parts().isEmpty()) {
            // RFC 3501 9 body-type-mpart: there is at least one
            words.word("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 0 0)");
        }
        for (Part child : part.parts()) {
            words.join();
            write(child);
        }
        words.upper(part.subtype(), "mixed");
        if (extensions) {
            words.parameters(part.parameters());
            disposition(part);
            words.strings(part.languages()).string(part.location());
        }
        words.close();
    }

    private void single(Part part) {
        words.open().upper(part.type(), "text").upper(part.subtype(), "plain").parameters(part.parameters());
        words.string(part.id()).string(part.description());
        words.upper(part.encoding(), "7bit").number(part.octets());
        lines(part, part.envelope(), part.embedded());
        if (extensions) {
            words.string(part.md5());
            disposition(part);
            words.strings(part.languages()).string(part.location());
        }
        words.close();
    }

    private void lines(Part part, @Nullable Envelope envelope, @Nullable Part embedded) {
        if (envelope != null && embedded != null) {
            EnvelopeWords.write(words, envelope);
            write(embedded);
            words.number(Math.max(0, part.lines()));
        } else if ("text".equalsIgnoreCase(part.type())) {
            words.number(Math.max(0, part.lines()));
        }
    }

    private void disposition(Part part) {
        if (part.disposition() == null) {
            words.string(null);
        } else {
            words.open().string(part.disposition());
            words.parameters(part.dispositionParameters()).close();
        }
    }
}
