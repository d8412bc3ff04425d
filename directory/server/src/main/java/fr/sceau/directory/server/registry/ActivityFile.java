package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.registry.ActivityColumn.*;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The format of {@code PS_LibreAcces_Personne_activite}, and of {@code Extraction_ProSanteConnect_Personne_activite}, which has
 * fewer labels, and people who do not practise: these are known by their name of birth and all given names.
 */
public final class ActivityFile {
    /** How the names of these files begin; the date and time follow. */
    public static final String PREFIX = "PS_LibreAcces_Personne_activite_";

    /** How those of Pro Santé Connect begin: as published, and in the zips of trials. */
    public static final List<String> CONNECT_PREFIXES =
            List.of("Extraction_ProSanteConnect_Personne_activite_", "Extraction_Pro_sante_connect_");

    private ActivityFile() {}

    public static TableFormat<ActivityColumn, Activity> format() {
        return format(NumberCheck.STRICT);
    }

    public static TableFormat<ActivityColumn, Activity> format(NumberCheck check) {
        return new TableFormat<>(ActivityColumn.class, '|', true, row -> activity(row, check));
    }

    /** Whom a line is about, as {@link Activity#idNatPs}. */
    public static String person(Cells<ActivityColumn> line) {
        return line.get(ID_NAT);
    }

    /** Where, as {@link Site#id}; empty when nowhere. */
    public static String structure(Cells<ActivityColumn> line) {
        return Site.id(line.get(FINESS), line.get(SIRET), line.get(TECHNICAL_ID));
    }

    private static Activity activity(Row<ActivityColumn> row, NumberCheck check) throws BadRow {
        String idNat = check == NumberCheck.STRICT
                ? Identifiers.idNatPs(row.get(ID_TYPE), row.get(ID), row.get(ID_NAT))
                : Identifiers.asWritten(row.get(ID_NAT));
        String family = row.get(FAMILY).isEmpty() ? row.get(BIRTH_FAMILY) : row.get(FAMILY);
        if (family.isEmpty()) {
            throw new BadRow("family name missing");
        }
        return new Activity(
                idNat,
                row.get(ID_TYPE),
                new Activity.Person(
                        family,
                        row.get(FAMILY).isEmpty() ? givenNames(row.get(GIVEN_NAMES)) : row.get(GIVEN),
                        row.get(CIVILITY),
                        row.get(PROFESSION_CODE),
                        row.get(PROFESSION_LABEL),
                        row.get(CATEGORY),
                        row.get(SKILL)),
                new Activity.Practice(row.get(MODE), row.get(SECTOR), row.get(ROLE), row.get(KIND)),
                row.get(AUTHORITY),
                site(row));
    }

    /** All of them, as their order changes from file to file: {@code Jon'Aegon'}. */
    private static String givenNames(String cell) {
        return Arrays.stream(cell.split("'"))
                .filter(name -> !name.isBlank())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Optional<Site> site(Row<ActivityColumn> row) {
        String id = structure(row);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Site(
                id,
                row.get(TECHNICAL_ID),
                row.get(NAME),
                row.get(SIGN),
                row.get(FINESS),
                row.get(LEGAL_FINESS),
                row.get(SIRET),
                row.get(SECTOR_LABEL),
                address(row),
                row.get(TELEPHONE),
                row.get(FAX)));
    }

    private static PostalAddress address(Row<ActivityColumn> row) {
        String postalCode = row.get(POSTAL_CODE);
        String town = row.get(TOWN).isEmpty() ? PostalAddress.town(row.get(ROUTING_LINE), postalCode) : row.get(TOWN);
        String street = PostalAddress.street(
                row.get(STREET_NUMBER), row.get(STREET_REPETITION), row.get(STREET_TYPE), row.get(STREET_NAME));
        return new PostalAddress(street, postalCode, town, row.get(DEPARTMENT));
    }
}
