package fr.sceau.system.model;

/**
 * A message for ever.
 *
 * @param box UIDVALIDITY of its mailbox, which here names the mailbox through every RENAME
 */
record Key(long box, long uid) {}
