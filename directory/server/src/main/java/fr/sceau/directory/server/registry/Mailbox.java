package fr.sceau.directory.server.registry;

import java.util.Optional;

/**
 * One mailbox at one structure, from an extraction or from the operator's own table.
 *
 * @param address in lower case
 * @param type PER, ORG, APP, CAB or a kind not known yet
 * @param idNatPs of the professional
 * @param structure {@code IdNat_Struct}, or empty
 * @param dematerialisation as published, or empty
 * @param declared by the holder, to the operator
 */
public record Mailbox(
        String address,
        String type,
        Optional<String> idNatPs,
        String structure,
        Holder holder,
        String organisation,
        PostalAddress location,
        String service,
        String dematerialisation,
        Declared declared) {

    /**
     * Whom people see. Parts may be empty.
     *
     * @param label displayed name, when the table gives one
     */
    public record Holder(String civility, String family, String given, String label, String profession) {}
}
