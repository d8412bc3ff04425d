package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.registry.OwnMailboxColumn.*;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The format of {@code mailboxes.tsv}, which the operator keeps. */
public final class OwnMailboxFile {
    private static final Set<String> TYPES = Set.of("PER", "ORG", "APP", "CAB");
    private static final Set<String> RED_LIST = Set.of("", "yes");
    private static final Set<String> SMIME = Set.of("", "declared");

    private OwnMailboxFile() {}

    public static TableFormat<?, Mailbox> format() {
        return new TableFormat<>(OwnMailboxColumn.class, '\t', false, OwnMailboxFile::mailbox);
    }

    private static Mailbox mailbox(Row<OwnMailboxColumn> row) throws BadRow {
        String type = row.get(TYPE).toUpperCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new BadRow("type is none of PER, ORG, APP, CAB");
        }
        if (!SMIME.contains(row.get(OwnMailboxColumn.SMIME))) {
            throw new BadRow("smime is neither empty nor 'declared'");
        }
        return new Mailbox(
                MailAddress.lowerCased(row.get(ADDRESS)),
                type,
                idNatPs(row),
                row.get(STRUCTURE),
                new Mailbox.Holder("", row.get(FAMILY), row.get(GIVEN), row.get(LABEL), row.get(PROFESSION)),
                "",
                PostalAddress.NONE,
                "",
                "",
                declared(row));
    }

    private static Declared declared(Row<OwnMailboxColumn> row) throws BadRow {
        String most = row.get(MAXSIZE);
        if (!most.matches("\\d{0,12}")) {
            throw new BadRow("maxsize is no number of octets");
        }
        if (!RED_LIST.contains(row.get(REDLIST))) {
            throw new BadRow("redlist is neither empty nor 'yes'");
        }
        return new Declared(
                row.get(OwnMailboxColumn.SMIME).equals("declared"),
                Formats.of(row.get(FORMATS)),
                most.isEmpty() ? 0 : Long.parseLong(most),
                !row.get(REDLIST).isEmpty());
    }

    private static Optional<String> idNatPs(Row<OwnMailboxColumn> row) throws BadRow {
        String idNat = row.get(IDNAT);
        return idNat.isEmpty() ? Optional.empty() : Optional.of(Identifiers.checkedIdNatPs(idNat));
    }
}
