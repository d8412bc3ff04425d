package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.registry.OwnMailboxColumn.*;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The format of {@code mailboxes.tsv}, which the operator keeps; why a line is left out is said in his language. */
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
            throw new BadRow("type : ni PER, ni ORG, ni APP, ni CAB");
        }
        if (!SMIME.contains(row.get(OwnMailboxColumn.SMIME))) {
            throw new BadRow("smime : rien, ou « declared »");
        }
        return new Mailbox(
                address(row),
                type,
                idNatPs(row),
                row.get(STRUCTURE),
                new Mailbox.Holder("", row.get(FAMILY), row.get(GIVEN), row.get(LABEL), row.get(PROFESSION)),
                "",
                PostalAddress.NONE,
                row.get(SERVICE),
                "",
                declared(row));
    }

    private static Declared declared(Row<OwnMailboxColumn> row) throws BadRow {
        String most = row.get(MAXSIZE);
        if (!most.matches("\\d{0,12}")) {
            throw new BadRow("maxsize : un nombre d'octets");
        }
        if (!RED_LIST.contains(row.get(REDLIST))) {
            throw new BadRow("redlist : rien, ou « yes »");
        }
        return new Declared(
                row.get(OwnMailboxColumn.SMIME).equals("declared"),
                formats(row),
                most.isEmpty() ? 0 : Long.parseLong(most),
                !row.get(REDLIST).isEmpty(),
                rank(row),
                row.get(RESPONSIBLE));
    }

    private static int rank(Row<OwnMailboxColumn> row) throws BadRow {
        String rank = row.get(RANK);
        if (!rank.matches("|[1-9]\\d{0,2}")) {
            throw new BadRow("rank : un nombre, 1 pour la boîte préférée");
        }
        return rank.isEmpty() ? Declared.NO_RANK : Integer.parseInt(rank);
    }

    private static Set<String> formats(Row<OwnMailboxColumn> row) throws BadRow {
        try {
            return Formats.of(row.get(FORMATS));
        } catch (BadRow e) {
            throw new BadRow("formats : parmi CDA, HL7, HPRIM, PDF, XDM");
        }
    }

    private static String address(Row<OwnMailboxColumn> row) throws BadRow {
        try {
            return MailAddress.lowerCased(row.get(ADDRESS));
        } catch (BadRow e) {
            throw new BadRow("address : adresse malformée");
        }
    }

    private static Optional<String> idNatPs(Row<OwnMailboxColumn> row) throws BadRow {
        String idNat = row.get(IDNAT);
        try {
            return idNat.isEmpty() ? Optional.empty() : Optional.of(Identifiers.checkedIdNatPs(idNat));
        } catch (BadRow e) {
            throw new BadRow("idnat : ni 8 et un numéro RPPS juste, ni une autre identification nationale");
        }
    }
}
