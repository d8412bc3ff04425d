package fr.sceau.directory.server.search;

/** How close what somebody typed comes to what an entry says; the closest first. */
public enum Closeness {
    /** all that the attribute says */
    EXACT,
    /** whole words of it */
    WORD,
    /** beginnings of words; of an address, its beginning */
    BEGINNING,
    /** anywhere inside words */
    INSIDE
}
