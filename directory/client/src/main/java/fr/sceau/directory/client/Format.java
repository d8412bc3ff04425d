package fr.sceau.directory.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Formats of documents that a mailbox can say it takes. */
public enum Format {
    CDA("documents CDA"),
    HL7("messages HL7"),
    HPRIM("résultats HPRIM"),
    PDF("documents PDF"),
    XDM("lots IHE XDM");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** What people read, in French and in the plural. */
    public String label() {
        return label;
    }

    /** Whether it is made for software: a person alone can do nothing with it. */
    boolean isStructured() {
        return this != PDF;
    }

    /** The format with this name; nothing for a word that is not known here. */
    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** What the name of a file says of its format; most names say nothing. */
    static Optional<Format> ofFileName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("ihe_xdm.zip")) {
            return Optional.of(XDM); // the name that receivers route on
        }
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "hpr" -> Optional.of(HPRIM);
            case "hl7" -> Optional.of(HL7);
            case "pdf" -> Optional.of(PDF);
            default -> Optional.empty();
        };
    }
}
