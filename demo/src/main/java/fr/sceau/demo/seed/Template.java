package fr.sceau.demo.seed;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.world.Table;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource whose {@code {{words}}} are filled in; a word without a value is a fault, never left in a letter. */
final class Template {
    private static final Pattern WORD = Pattern.compile("\\{\\{([a-zA-Z0-9.]+)}}");

    private Template() {}

    static String fill(String name, Map<String, String> words) {
        return WORD.matcher(Table.text(Template.class, name)).replaceAll(match -> {
            String value = words.get(match.group(1));
            if (value == null) {
                throw new DemoException("mot sans valeur dans " + name + " : " + match.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
