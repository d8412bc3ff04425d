package fr.sceau.store.backup;

/** What was copied of a table: rows, octets of the copy, and their SHA-256 in hexadecimal. */
public record TableCopy(String table, long rows, long octets, String sha256) {}
