package fr.sceau.bench.directory;

/** Where is searched. */
enum Base {
    /** as an enquiry at the counter does */
    ALL("o=annuaire-sante"),
    /** as the users' guide sets up Thunderbird */
    MAILBOXES("ou=boites,o=annuaire-sante");

    private final String dn;

    Base(String dn) {
        this.dn = dn;
    }

    String dn() {
        return dn;
    }
}
