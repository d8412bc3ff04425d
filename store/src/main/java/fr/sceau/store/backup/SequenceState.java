package fr.sceau.store.backup;

/** Where a sequence stands: the next number is the one after {@code last}, or {@code last} itself if it was not given out. */
public record SequenceState(long last, boolean called) {}
