package fr.sceau.directory.server.registry;

import java.util.List;

/**
 * How a published column is headed.
 *
 * @param mandatory a file without it is refused
 * @param titles the present one first
 */
record Heading(boolean mandatory, List<String> titles) {
    Heading {
        titles = List.copyOf(titles);
    }
}
