package fr.sceau.documents;

/** Stable codes of what a reader should know about a document beyond its type. */
public final class Flags {
    /** A CDA document whose type code is one of the liaison letters. */
    public static final String LIAISON = "liaison";

    /** Marked as a test by its sender: not a real patient's document. */
    public static final String TEST_MODE = "test-mode";

    /** Carries several messages in one file, maybe of several patients: never to be filed as one. */
    public static final String SEVERAL_MESSAGES = "several-messages";

    /** The end of the document is missing or misplaced. */
    public static final String INCOMPLETE = "incomplete";

    /** Could not be parsed as what it claims to be. */
    public static final String MALFORMED = "malformed";

    /** The transfer encoding is damaged, for example base64 cut short. */
    public static final String DAMAGED_ENCODING = "damaged-encoding";

    /** A DOCTYPE: refused, never processed. */
    public static final String DOCTYPE = "doctype";

    /** Larger than is examined, or examining took too long. */
    public static final String TOO_LARGE = "too-large";

    /** Nested deeper than is examined. */
    public static final String TOO_DEEP = "too-deep";

    /** An archive that inflates beyond reason. */
    public static final String ZIP_BOMB = "zip-bomb";

    /** An archive with a name that points outside of it. */
    public static final String UNSAFE_NAME = "unsafe-name";

    /** An archive with the same name twice. */
    public static final String DUPLICATE_NAME = "duplicate-name";

    /** Encrypted: nothing can be said of the inside. */
    public static final String NOT_INSPECTABLE = "not-inspectable";

    /** An executable program. */
    public static final String EXECUTABLE = "executable";

    /** Macros, scripts or other active content. */
    public static final String ACTIVE_CONTENT = "active-content";

    /** The declared type or extension says something else than the content. */
    public static final String TYPE_DIFFERS = "type-differs";

    private Flags() {}
}
