package fr.sceau.server.tls;

import java.util.List;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;

/** Strict reading of the {@code <listener>} element. */
final class ListenerMode {
    private ListenerMode() {}

    static String read(HierarchicalConfiguration<ImmutableNode> configuration, String... allowed)
            throws ConfigurationException {
        String mode = configuration.getString("listener", "");
        if (!List.of(allowed).contains(mode)) {
            throw new ConfigurationException(
                    "<listener> doit valoir " + String.join(", ", allowed) + " (lu : « " + mode + " »)");
        }
        return mode;
    }
}
