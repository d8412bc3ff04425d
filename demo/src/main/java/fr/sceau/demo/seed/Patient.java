package fr.sceau.demo.seed;

import fr.sceau.demo.world.Table;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An invented patient; the number is made up and carries the OID of test numbers wherever an OID goes with it. */
record Patient(String key, String family, String given, String birth, String sex, String nir) {
    private static final int MODULUS = 97;

    static Map<String, Patient> all() {
        Map<String, Patient> all = new HashMap<>();
        for (Table.Row row : Table.read(Patient.class, "patients.tsv")) {
            Patient patient = new Patient(
                    row.get("key"),
                    row.get("family"),
                    row.get("given"),
                    row.get("birth"),
                    row.get("sex"),
                    row.get("nir"));
            all.put(patient.key(), patient);
        }
        return Map.copyOf(all);
    }

    /** Two check digits. */
    String check() {
        return String.format("%02d", MODULUS - Long.parseLong(nir) % MODULUS);
    }

    Map<String, String> words() {
        return Map.of(
                "patient.code", key.substring(0, 4).toUpperCase(Locale.ROOT) + birth.substring(2, 4),
                "patient.family", family,
                "patient.given", given,
                "patient.birth", birth,
                "patient.birthFr", birth.substring(6) + "/" + birth.substring(4, 6) + "/" + birth.substring(0, 4),
                "patient.sex", sex,
                "patient.nir", nir,
                "patient.key", check(),
                "patient.ins", nir + check());
    }
}
