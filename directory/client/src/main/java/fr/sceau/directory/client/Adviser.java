package fr.sceau.directory.client;

/** Says before a message is sent whether its mailbox is the right one. Safe for use by several threads. */
public interface Adviser {
    /** Never a prohibition: the writer decides. */
    Advice advise(Intention intention) throws DirectoryException;
}
