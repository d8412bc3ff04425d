package fr.sceau.webmail.reading;

/** The document inside the frame: a cleaned body with the house's letter face. */
final class BodyPage {
    private static final String HEAD = "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title></title>"
            + "<style>body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1b2430;background:#fff;"
            + "overflow-wrap:anywhere}img{max-width:100%;height:auto}table{border-collapse:collapse;max-width:100%}"
            + "td,th{padding:.2rem .5rem}blockquote{margin:0 0 0 .5rem;padding-left:.75rem;"
            + "border-left:3px solid #c9d2dc}pre{white-space:pre-wrap}</style></head><body>";

    private BodyPage() {}

    static String around(String clean) {
        return HEAD + clean + "</body></html>";
    }
}
