package fr.sceau.directory.server.registry;

import java.util.List;
import java.util.Locale;

/** The columns of {@code remises.tsv}; their titles are the names in lower case. */
enum PastDeliveriesColumn implements Column {
    ADDRESS,
    SUCCESS,
    FAILURE,
    CODE,
    CLOSED,
    FAILING,
    FORMATS,
    TOOLARGE,
    TOOLARGEAT;

    @Override
    public List<String> titles() {
        return List.of(name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean mandatory() {
        return compareTo(FORMATS) <= 0; // a mail server of the version before writes no more than these
    }
}
