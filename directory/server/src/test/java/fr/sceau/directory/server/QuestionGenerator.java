package fr.sceau.directory.server;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Questions about values that some entries have, and a few that none has; the same for the same entries and seed. */
final class QuestionGenerator {
    private static final List<String> ATTRIBUTES = List.of(
            "cn",
            "sn",
            "givenName",
            "displayName",
            "mail",
            "o",
            "l",
            "title",
            "uid",
            "asAdeli",
            "asIdStruct",
            "asTypeBAL");
    private static final List<String> UNINDEXED =
            List.of("objectClass", "asStatut", "asIdTechnique", "description", "asSmime", "ou", "asSourceDate");
    /** As the schema knows them; of other names RFC 4511 4.5.1.7 says undefined, and the other server says false. */
    private static final List<String> ALIASES = List.of("CN", "2.5.4.3", "2.5.4.4", "0.9.2342.19200300.100.1.3");

    private static final List<String> BASES = List.of(
            "o=annuaire-sante",
            "o=annuaire-sante",
            "ou=boites,o=annuaire-sante",
            "ou=boites,o=annuaire-sante",
            "ou=professionnels,o=annuaire-sante",
            "ou=structures,o=annuaire-sante",
            "mail=bal3@autre.mssante.test,ou=boites,o=annuaire-sante",
            "mail=" + AsciiWorld.NATIONAL_WITH_CERTIFICATE + ",ou=boites,o=annuaire-sante",
            "uid=0691200004,ou=professionnels,o=annuaire-sante");
    private static final List<SearchScope> SCOPES = List.of(
            SearchScope.SUB,
            SearchScope.SUB,
            SearchScope.SUB,
            SearchScope.ONE,
            SearchScope.ONE,
            SearchScope.BASE,
            SearchScope.SUBORDINATE_SUBTREE);

    private final Random random;
    private final List<? extends Entry> entries;

    QuestionGenerator(Random random, List<? extends Entry> entries) {
        this.random = random;
        this.entries =
                entries.stream().sorted(Comparator.comparing(Entry::getDN)).toList();
    }

    SearchRequest next() {
        return new SearchRequest(any(BASES), any(SCOPES), filter(3), "1.1");
    }

    private Filter filter(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(12);
        return switch (kind) {
            case 0, 1 -> Filter.createANDFilter(filters(depth - 1));
            case 2, 3, 4 -> Filter.createORFilter(filters(depth - 1));
            case 5 -> Filter.createNOTFilter(filter(depth - 1));
            default -> item();
        };
    }

    private List<Filter> filters(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> filter(depth))
                .toList();
    }

    private Filter item() {
        String attribute = random.nextInt(5) == 0 ? any(random.nextBoolean() ? UNINDEXED : ALIASES) : any(ATTRIBUTES);
        String value = value(attribute);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> Filter.createEqualityFilter(attribute, changed(value));
            case 3 -> Filter.createPresenceFilter(random.nextInt(4) == 0 ? "userCertificate;binary" : attribute);
            case 4 -> Filter.createGreaterOrEqualFilter(attribute, value);
            case 5 -> Filter.createLessOrEqualFilter(attribute, value);
            default ->
                attribute.equals("objectClass")
                        ? Filter.createEqualityFilter(attribute, value)
                        : part(attribute, value);
        };
    }

    /** A value that the attribute has somewhere; for what nobody has, some word. */
    private String value(String attribute) {
        List<String> values = new ArrayList<>(List.of("lyon"));
        for (Entry entry : entries) {
            Attribute held = entry.getAttribute(attribute);
            if (held != null) {
                values.addAll(List.of(held.getValues()));
            }
        }
        return any(values);
    }

    private String changed(String value) {
        return switch (random.nextInt(6)) {
            case 0 -> value.toUpperCase(java.util.Locale.ROOT);
            case 1 -> value.toLowerCase(java.util.Locale.ROOT);
            case 2 -> value + "x";
            default -> value;
        };
    }

    /** One to three pieces of a value in their order, or now and then in another. */
    private Filter part(String attribute, String value) {
        String first = piece(value);
        String second = piece(random.nextInt(4) == 0 ? value(attribute) : value);
        return switch (random.nextInt(5)) {
            case 0 -> Filter.createSubstringFilter(attribute, first, null, null);
            case 1 -> Filter.createSubstringFilter(attribute, null, null, second);
            case 2 -> Filter.createSubstringFilter(attribute, null, new String[] {first, second}, null);
            case 3 -> Filter.createSubstringFilter(attribute, first, null, second);
            default -> Filter.createSubstringFilter(attribute, null, new String[] {first}, null);
        };
    }

    /** Servers do not agree on spaces at the ends of a piece. */
    private String piece(String value) {
        int from = random.nextInt(4) == 0 ? random.nextInt(value.length()) : 0;
        int to = from + 1 + random.nextInt(Math.min(6, value.length() - from));
        String piece = value.substring(from, to).strip();
        return piece.isEmpty() ? "a" : piece;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
