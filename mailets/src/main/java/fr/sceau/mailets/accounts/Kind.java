package fr.sceau.mailets.accounts;

/** The kinds of mailbox of the trust space. */
public enum Kind {
    /** One professional. */
    PER,
    /** A service or team of an organisation. */
    ORG,
    /** Software: a laboratory's results server. */
    APP,
    /** A group practice. */
    CAB
}
