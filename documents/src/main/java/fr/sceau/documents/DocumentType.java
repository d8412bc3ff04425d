package fr.sceau.documents;

/** The kinds of document a message can carry, the most telling first: {@link Recognition#main()} follows this order. */
public enum DocumentType {
    HPRIM_MEDECIN("HPRIM", "Résultat HPRIM Médecin"),
    HPRIM_SANTE("HPRIM", "Message HPRIM Santé"),
    XDM("XDM", "Lot de documents IHE XDM"),
    CDA_N3("CDA", "Document CDA structuré (niveau 3)"),
    CDA_N1("CDA", "Document CDA (niveau 1, PDF inclus)"),
    CDA_AUTOPRESENTABLE("CDA", "Document CDA auto-présentable"),
    HL7_V2("HL7", "Message HL7 v2"),
    HPRIM_XML("HPRIM", "Message HPRIM XML"),
    LIAISON_LETTER("LETTRE", "Lettre de liaison"),
    DICOM_KOS("KOS", "Référence d'imagerie (DICOM KOS)"),
    APICRYPT("APICRYPT", "Contenu Apicrypt (non lisible ici)"),
    PDF("PDF", "Document PDF"),
    OTHER("", "Autre pièce jointe");

    private final String keyword;
    private final String label;

    DocumentType(String keyword, String label) {
        this.keyword = keyword;
        this.label = label;
    }

    /** The IMAP keyword a message with such a document bears; empty for {@link #OTHER}. */
    public String keyword() {
        return keyword;
    }

    /** What people read, in French. */
    public String label() {
        return label;
    }
}
