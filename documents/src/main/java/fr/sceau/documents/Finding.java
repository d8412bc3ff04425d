package fr.sceau.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one content turned out to be, with what was found inside it; not yet tied to a part of the message. */
record Finding(DocumentType type, Optional<String> title, List<String> flags, List<Finding> inner) {

    Finding {
        flags = List.copyOf(flags);
        inner = List.copyOf(inner);
    }

    static Finding of(DocumentType type, String... flags) {
        return new Finding(type, Optional.empty(), List.of(flags), List.of());
    }

    static Finding other(String... flags) {
        return of(DocumentType.OTHER, flags);
    }

    Finding with(String flag) {
        if (flags.contains(flag)) {
            return this;
        }
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new Finding(type, title, more, inner);
    }

    Finding titled(Optional<String> newTitle) {
        return new Finding(type, newTitle, flags, inner);
    }
}
