package fr.sceau.directory.server.registry;

import java.util.List;
import java.util.Locale;

/** The columns of {@code mailboxes.tsv}; their titles are the names in lower case. */
enum OwnMailboxColumn implements Column {
    ADDRESS,
    TYPE,
    IDNAT,
    STRUCTURE,
    FAMILY,
    GIVEN,
    LABEL,
    PROFESSION,
    SMIME,
    FORMATS,
    MAXSIZE,
    REDLIST,
    RANK,
    SERVICE,
    RESPONSIBLE;

    @Override
    public List<String> titles() {
        return List.of(name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean mandatory() {
        return compareTo(FORMATS) < 0; // tables written before there were such
    }
}
