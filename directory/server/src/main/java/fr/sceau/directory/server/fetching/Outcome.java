package fr.sceau.directory.server.fetching;

import java.nio.file.Path;
import java.util.List;

/** What became of one extraction. */
public sealed interface Outcome {
    /** Which addresses did not serve, and why: host and reason. */
    List<String> complaints();

    /** It is there, whole. */
    record Arrived(Path file, List<String> complaints) implements Outcome {
        public Arrived {
            complaints = List.copyOf(complaints);
        }
    }

    /** What is there is as new as what is published. */
    record NothingNew(List<String> complaints) implements Outcome {
        public NothingNew {
            complaints = List.copyOf(complaints);
        }
    }

    /** No address served; what was there is there still. */
    record Failed(List<String> complaints) implements Outcome {
        public Failed {
            complaints = List.copyOf(complaints);
        }
    }
}
