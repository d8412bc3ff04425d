package fr.sceau.directory.server.registry;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** One line whose cells are asked by column. */
final class Row<C extends Enum<C> & Column> implements Cells<C> {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");

    private final Map<C, Integer> positions;
    private final String[] cells;

    Row(Map<C, Integer> positions, String[] cells) {
        this.positions = positions;
        this.cells = cells;
    }

    @Override
    public String get(C column) {
        Integer position = positions.get(column);
        return position == null || position >= cells.length ? "" : clean(cells[position]);
    }

    static String clean(String cell) {
        if (isPlain(cell)) {
            return cell;
        }
        String visible = CONTROLS.matcher(SPACES.matcher(cell).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    /** As most cells are: there is nothing to clean. */
    private static boolean isPlain(String cell) {
        char before = ' ';
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return cell.isEmpty() || before != ' ';
    }
}
