package fr.sceau.demo.world;

/** An invented health structure, as the registry describes it. */
record Structure(
        String key, String id, String name, Address address, String sector, String sectorLabel, String domain) {
    /** Where it is. */
    record Address(
            String number,
            String kindCode,
            String kind,
            String street,
            String postal,
            String town,
            String department) {}

    static Structure of(Table.Row row) {
        String number =
                row.get("kind").equals("FINESS") ? "1" + row.get("number") : "3" + Luhn.complete(row.get("number"));
        String[] street = row.get("street").split("\\|", -1);
        return new Structure(
                row.get("key"),
                number,
                row.get("name"),
                new Address(
                        street[0],
                        street[1],
                        street[2],
                        street[3],
                        row.get("postal"),
                        row.get("town"),
                        row.get("department")),
                row.get("sector"),
                row.get("sectorLabel"),
                row.get("domain"));
    }

    boolean hasFiness() {
        return id.startsWith("1");
    }

    /** FINESS or SIRET. */
    String number() {
        return id.substring(1);
    }

    /** {@code F}+FINESS or {@code C}+SIRET, as in the extractions. */
    String technicalId() {
        return (hasFiness() ? "F" : "C") + number();
    }
}
