package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.registry.PastDeliveriesColumn.*;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The format of {@code remises.tsv}, which the mail server writes. */
public final class PastDeliveriesFile {
    private PastDeliveriesFile() {}

    public static TableFormat<?, PastDeliveries> format() {
        return new TableFormat<>(PastDeliveriesColumn.class, '\t', false, PastDeliveriesFile::deliveries);
    }

    private static PastDeliveries deliveries(Row<PastDeliveriesColumn> row) throws BadRow {
        return new PastDeliveries(
                MailAddress.lowerCased(row.get(ADDRESS)),
                instant(row.get(SUCCESS)),
                instant(row.get(FAILURE)),
                row.get(CODE),
                days(row.get(CLOSED)),
                days(row.get(FAILING)),
                Formats.of(row.get(FORMATS)),
                number(row.get(TOOLARGE)),
                instant(row.get(TOOLARGEAT)));
    }

    private static Optional<Instant> instant(String text) throws BadRow {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new BadRow("time malformed");
        }
    }

    private static int days(String text) throws BadRow {
        return Math.toIntExact(Math.min(number(text), 999_999));
    }

    private static long number(String text) throws BadRow {
        if (!text.matches("\\d{0,12}")) {
            throw new BadRow("number malformed");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
