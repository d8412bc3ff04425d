package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.bench.directory.Rule.Form;
import fr.sceau.bench.directory.Rule.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the question of somebody who has an entry in mind. */
final class Questions {
    private static final int SHORTEST = 3; // of what is typed

    private Questions() {}

    /** None when nobody would look for such an entry that way. */
    static Optional<Question> about(Entry entry, Kind kind, Random random) {
        if (kind.base() == Base.MAILBOXES && !entry.hasAttribute("asTypeBAL")) {
            return Optional.empty();
        }
        return switch (kind) {
            case MAIL -> byKey(entry, kind, "mail");
            case RPPS -> byKey(entry, kind, "employeeNumber");
            case FINESS -> byKey(entry, kind, "asFiness");
            case ONE_WORD ->
                plain(entry)
                        .map(name -> question(
                                entry, kind, cut(random.nextBoolean() ? name.given() : name.family(), random)));
            case TWO_WORDS -> plain(entry).map(name -> question(entry, kind, two(name, random)));
            case WITHOUT_ACCENTS -> accented(entry).map(name -> question(entry, kind, some(name, random)));
            case WITH_ACCENTS -> plain(entry).flatMap(name -> decorated(entry, kind, name, random));
            case PREFIX -> plain(entry).map(name -> begins(entry, kind, cut(name.family(), random)));
            case TRADE_AND_TOWN -> tradeAndTown(entry, kind);
        };
    }

    /** The first words of both names, in small letters. */
    private record Name(String given, String family) {
        boolean isPlain() {
            return Folding.plain(given).equals(given) && Folding.plain(family).equals(family);
        }

        Name folded() {
            return new Name(Folding.plain(given), Folding.plain(family));
        }
    }

    private static Optional<Question> byKey(Entry entry, Kind kind, String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute))
                .map(value -> new Question(kind, value, Rule.equal(attribute, value), entry.getDN()));
    }

    private static Optional<Question> tradeAndTown(Entry entry, Kind kind) {
        String trade = entry.getAttributeValue("title");
        String town = entry.getAttributeValue("l");
        if (trade == null || town == null) {
            return Optional.empty();
        }
        Rule rule = new Rule(true, List.of(Item.of("title", Form.EQUAL, trade), Item.of("l", Form.EQUAL, town)));
        return Optional.of(new Question(kind, trade + ", " + town, rule, entry.getDN()));
    }

    private static Optional<Name> name(Entry entry) {
        Optional<String> given = firstWord(entry.getAttributeValue("givenName"));
        Optional<String> family = firstWord(entry.getAttributeValue("sn"));
        return given.flatMap(first -> family.map(last -> new Name(first, last)));
    }

    private static Optional<String> firstWord(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String word = name.toLowerCase(Locale.ROOT).split("[^\\p{L}]", 2)[0];
        return word.length() < SHORTEST ? Optional.empty() : Optional.of(word);
    }

    private static Optional<Name> plain(Entry entry) {
        return name(entry).filter(Name::isPlain);
    }

    /** Typed as on a keyboard without accents. */
    private static Optional<Name> accented(Entry entry) {
        return name(entry).filter(name -> !name.isPlain()).map(Name::folded);
    }

    /** Typed with an accent that the registry does not have. */
    private static Optional<Question> decorated(Entry entry, Kind kind, Name name, Random random) {
        String typed = some(name, random);
        String decorated = typed.replaceFirst("e", "é");
        return decorated.equals(typed) ? Optional.empty() : Optional.of(question(entry, kind, decorated));
    }

    /** One word or two. */
    private static String some(Name name, Random random) {
        return random.nextBoolean() ? two(name, random) : random.nextBoolean() ? name.given() : name.family();
    }

    /** In either order. */
    private static String two(Name name, Random random) {
        return random.nextBoolean()
                ? name.given() + " " + cut(name.family(), random)
                : name.family() + " " + cut(name.given(), random);
    }

    /** What is typed so far. */
    private static String cut(String word, Random random) {
        return word.substring(0, SHORTEST + random.nextInt(word.length() - SHORTEST + 1));
    }

    private static Question begins(Entry entry, Kind kind, String typed) {
        return new Question(kind, typed, new Rule(true, List.of(Item.of("sn", Form.BEGINS, typed))), entry.getDN());
    }

    private static Question question(Entry entry, Kind kind, String typed) {
        return new Question(kind, typed, Thunderbird.completes(typed), entry.getDN());
    }
}
