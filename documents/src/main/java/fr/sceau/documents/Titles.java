package fr.sceau.documents;

/** Titles found in documents, made fit to be shown on one line. */
final class Titles {
    private static final int MAX = 200;

    private Titles() {}

    static String displayable(String title) {
        StringBuilder shown = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < title.length() && shown.length() < MAX; i++) {
            char c = title.charAt(i);
            boolean printable = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            if (Character.isWhitespace(c) || !printable) {
                blank = true;
            } else {
                if (blank && shown.length() > 0) {
                    shown.append(' ');
                }
                shown.append(c);
                blank = false;
            }
        }
        return shown.toString();
    }
}
