package fr.sceau.store.backup;

/** One of the mailboxes of an address, by its number here and its name. */
public record BoxFolder(long id, String name, long uidValidity) {}
