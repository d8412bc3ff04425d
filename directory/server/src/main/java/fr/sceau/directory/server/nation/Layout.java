package fr.sceau.directory.server.nation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of an extraction, in their published order: resources of this package, one title a line. */
enum Layout {
    ACTIVITIES("PS_LibreAcces_Personne_activite_", "activities", true),
    DIPLOMAS("PS_LibreAcces_Dipl_AutExerc_", "diplomas", true),
    SKILLS("PS_LibreAcces_SavoirFaire_", "skills", true),
    MAILBOXES("Extraction_Correspondance_MSSante_", "mailboxes", false),
    CARDS("Porteurs_CPS_CPF_", "cards", true);

    private final String prefix;
    private final boolean endsInSeparator;
    private final List<String> titles;
    private final Map<String, Integer> positions = new HashMap<>();

    Layout(String prefix, String columns, boolean endsInSeparator) {
        this.prefix = prefix;
        this.endsInSeparator = endsInSeparator;
        this.titles = Lists.titles(columns);
        for (int i = 0; i < titles.size(); i++) {
            positions.put(titles.get(i), i);
        }
    }

    /** @param stamp AAAAMMJJhhmm */
    String fileName(String stamp) {
        return prefix + stamp + ".txt";
    }

    String header() {
        return line(titles);
    }

    Line line() {
        return new Line();
    }

    private String line(List<String> cells) {
        return String.join("|", cells) + (endsInSeparator ? "|\n" : "\n");
    }

    /** One line, filled by title. */
    final class Line {
        private final String[] cells = new String[titles.size()];

        private Line() {
            Arrays.fill(cells, "");
        }

        Line put(String title, String value) {
            Integer position = positions.get(title);
            if (position == null) {
                throw new IllegalArgumentException(name() + " has no column " + title);
            }
            cells[position] = value;
            return this;
        }

        @Override
        public String toString() {
            return line(List.of(cells));
        }
    }
}
