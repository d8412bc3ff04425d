package fr.sceau.store.backup;

/** One step of the schema, with the checksum of its script. */
public record Migration(String version, int checksum) {}
