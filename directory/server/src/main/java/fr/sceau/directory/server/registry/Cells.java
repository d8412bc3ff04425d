package fr.sceau.directory.server.registry;

/** The cells of one line, asked by column: in NFC, without control characters and superfluous spaces. */
public interface Cells<C> {
    /** Empty when the line has no such cell. */
    String get(C column);
}
