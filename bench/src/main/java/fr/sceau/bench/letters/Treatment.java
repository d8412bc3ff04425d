package fr.sceau.bench.letters;

import java.util.List;

/** What a system does with the messages of its boxes, eight boxes in each case. */
public enum Treatment {
    /** No S/MIME: unsigned mail in clear, under the policies login and trust-space. */
    CLEAR(
            "banc.simple",
            Kind.CLEAR,
            Kind.CLEAR,
            Kind.CLEAR,
            Kind.CLEAR,
            Kind.CLEAR,
            Kind.CLEAR,
            Kind.CLEAR,
            Kind.CLEAR),
    /** Half of the mail comes sealed and is opened and verified; the other half is verified or signed, and sealed. */
    SEALED(
            "banc.etablissement",
            Kind.OPENED,
            Kind.OPENED,
            Kind.OPENED,
            Kind.OPENED,
            Kind.CLOSED,
            Kind.CLOSED,
            Kind.SIGNED,
            Kind.SIGNED);

    /** What one box gets. */
    public enum Kind {
        /** Unsigned and in clear, and left so. */
        CLEAR("\"text\" \"plain\""),
        /** Signed, then encrypted to the box: the system decrypts and verifies. */
        OPENED("\"signed\""),
        /** Signed, in clear: the system verifies and encrypts to the box. */
        CLOSED("\"pkcs7-mime\""),
        /** Unsigned: the system signs with the organisation's key and encrypts to the box. */
        SIGNED("\"pkcs7-mime\"");

        private final String structure;

        Kind(String structure) {
            this.structure = structure;
        }

        /** What BODYSTRUCTURE says of a message after the treatment. RFC 9051 7.5.2 */
        public String structure() {
            return structure;
        }
    }

    private final String sender;
    private final List<Kind> kinds;

    Treatment(String sender, Kind... kinds) {
        this.sender = sender;
        this.kinds = List.of(kinds);
    }

    /** Local part of the sender. */
    public String sender() {
        return sender;
    }

    /** By number of box. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** Local part of a box. */
    public String box(int number) {
        return (this == CLEAR ? "banc.clair" : "banc.scelle") + (number + 1);
    }
}
