package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.registry.MailboxColumn.*;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Locale;
import java.util.Optional;

/** The format of {@code Extraction_Correspondance_MSSante}. */
public final class MailboxFile {
    /** How the names of these files begin; the date and time follow. */
    public static final String PREFIX = "Extraction_Correspondance_MSSante_";

    private MailboxFile() {}

    public static TableFormat<MailboxColumn, Mailbox> format() {
        return new TableFormat<>(MailboxColumn.class, '|', true, MailboxFile::mailbox);
    }

    /** As it is published, of a line that may be malformed. */
    public static String address(Cells<MailboxColumn> line) {
        return line.get(ADDRESS);
    }

    /** As {@link Mailbox#structure}. */
    public static String structure(Cells<MailboxColumn> line) {
        return Identifiers.structure(line.get(STRUCTURE_TYPE), line.get(STRUCTURE_ID));
    }

    private static Mailbox mailbox(Row<MailboxColumn> row) throws BadRow {
        if (row.get(TYPE).isEmpty()) {
            throw new BadRow("type of mailbox missing");
        }
        return new Mailbox(
                MailAddress.lowerCased(row.get(ADDRESS)),
                row.get(TYPE).toUpperCase(Locale.ROOT),
                idNatPs(row),
                structure(row),
                new Mailbox.Holder(row.get(CIVILITY), row.get(FAMILY), row.get(GIVEN), "", row.get(PROFESSION_LABEL)),
                row.get(SIGN).isEmpty() ? row.get(NAME) : row.get(SIGN),
                location(row),
                row.get(SERVICE),
                row.get(DEMATERIALISATION),
                Declared.NOTHING);
    }

    /** A personal mailbox without identification is kept: its holder is then known by the structure only. */
    private static Optional<String> idNatPs(Row<MailboxColumn> row) throws BadRow {
        String idNat = row.get(ID_NAT);
        return idNat.isEmpty() ? Optional.empty() : Optional.of(Identifiers.checkedIdNatPs(idNat));
    }

    private static PostalAddress location(Row<MailboxColumn> row) {
        String postalCode = row.get(POSTAL_CODE);
        String street = PostalAddress.street(
                row.get(STREET_NUMBER), row.get(STREET_REPETITION), row.get(STREET_TYPE), row.get(STREET_NAME));
        return new PostalAddress(
                street, postalCode, PostalAddress.town(row.get(ROUTING_LINE), postalCode), row.get(DEPARTMENT));
    }
}
