package fr.sceau.demo.world;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An invented professional of the registry. */
record Professional(
        String rpps,
        String family,
        String given,
        boolean woman,
        String profession,
        String skill,
        String mode,
        Structure structure,
        Optional<String> mailbox) {

    static Professional of(Table.Row row, Map<String, Structure> structures) {
        Structure structure = Objects.requireNonNull(structures.get(row.get("structure")));
        String local = row.get("mailbox");
        return new Professional(
                Luhn.complete("9970010" + row.get("serial")),
                row.get("family"),
                row.get("given"),
                row.get("civility").equals("MME"),
                row.get("profession"),
                row.get("skill"),
                row.get("mode"),
                structure,
                local.isEmpty() ? Optional.empty() : Optional.of(local + "@" + structure.domain()));
    }

    /** IdNat_PS. */
    String idNatPs() {
        return "8" + rpps;
    }
}
