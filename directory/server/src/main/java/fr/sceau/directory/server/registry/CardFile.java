package fr.sceau.directory.server.registry;

import java.util.regex.Pattern;

/** The format of {@code Porteurs_CPS_CPF}. */
public final class CardFile {
    public static final String PREFIX = "Porteurs_CPS_CPF_";
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

    private CardFile() {}

    /**
     * A card of a professional. Dates are {@code AAAAMMJJ}.
     *
     * @param opposed day from which on it is not to be trusted; empty for most
     */
    public record Card(String idNatPs, String type, String number, String from, String to, String opposed) {}

    public static TableFormat<CardColumn, Card> format() {
        return new TableFormat<>(CardColumn.class, '|', true, CardFile::card);
    }

    private static Card card(Row<CardColumn> row) throws TableFormat.BadRow {
        if (row.get(CardColumn.NUMBER).isEmpty()) {
            throw new TableFormat.BadRow("number of the card missing");
        }
        return new Card(
                Identifiers.checkedIdNatPs(row.get(CardColumn.ID_NAT)),
                row.get(CardColumn.TYPE),
                row.get(CardColumn.NUMBER),
                date(row.get(CardColumn.FROM)),
                date(row.get(CardColumn.TO)),
                date(row.get(CardColumn.OPPOSED)));
    }

    /** Both forms occur: {@code AAAAMMJJ} and {@code AAAA-MM-JJ}. */
    private static String date(String cell) throws TableFormat.BadRow {
        var found = DATE.matcher(cell);
        if (!cell.isEmpty() && !found.matches()) {
            throw new TableFormat.BadRow("date malformed");
        }
        return cell.isEmpty() ? "" : found.group(1) + found.group(2) + found.group(3);
    }
}
