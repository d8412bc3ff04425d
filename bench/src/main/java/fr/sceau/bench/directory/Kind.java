package fr.sceau.bench.directory;

/** What people and programs ask a directory. */
enum Kind {
    MAIL("boîte par adresse", Base.MAILBOXES, true),
    RPPS("personne par RPPS", Base.ALL, true),
    FINESS("structure par FINESS", Base.ALL, false),
    ONE_WORD("Thunderbird, un mot", Base.MAILBOXES, false),
    TWO_WORDS("Thunderbird, deux mots", Base.MAILBOXES, false),
    WITHOUT_ACCENTS("accents non tapés", Base.MAILBOXES, false),
    WITH_ACCENTS("accents tapés en trop", Base.MAILBOXES, false),
    PREFIX("début du nom", Base.ALL, false),
    TRADE_AND_TOWN("profession et ville", Base.MAILBOXES, false);

    private final String title;
    private final Base base;
    private final boolean lookup;

    Kind(String title, Base base, boolean lookup) {
        this.title = title;
        this.base = base;
        this.lookup = lookup;
    }

    String title() {
        return title;
    }

    Base base() {
        return base;
    }

    /** Whether its rate is compared with a target. */
    boolean isJudged() {
        return lookup;
    }

    /** Whether one value decides: many such questions cost the scan nothing. */
    boolean isByKey() {
        return lookup || this == FINESS;
    }
}
