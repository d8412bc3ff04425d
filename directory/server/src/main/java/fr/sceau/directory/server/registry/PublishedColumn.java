package fr.sceau.directory.server.registry;

import java.util.List;

/** A column of an extraction. */
interface PublishedColumn extends Column {
    Heading heading();

    @Override
    default List<String> titles() {
        return heading().titles();
    }

    @Override
    default boolean mandatory() {
        return heading().mandatory();
    }
}
