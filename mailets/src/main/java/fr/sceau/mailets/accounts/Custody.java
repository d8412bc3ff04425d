package fr.sceau.mailets.accounts;

/** Who holds the private encryption key of a mailbox. */
public enum Custody {
    /** We do: mail is opened once, on arrival. */
    OPERATOR,
    /** Its owner does: mail stays sealed here. */
    OWNER
}
