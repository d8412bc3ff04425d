package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;

/**
 * What is asked of an entry, as a filter for the servers and as a test of our own.
 *
 * @param every whether all items must hold, or one
 */
record Rule(boolean every, List<Item> items) {
    Rule {
        items = List.copyOf(items);
    }

    /** How an item compares. */
    enum Form {
        EQUAL,
        BEGINS,
        HOLDS
    }

    /** @param parts for {@link Form#HOLDS} one after the other, else one */
    record Item(String attribute, Form form, List<String> parts) {
        Item {
            parts = List.copyOf(parts);
        }

        static Item of(String attribute, Form form, String... parts) {
            return new Item(attribute, form, List.of(parts));
        }

        private Filter filter() {
            return switch (form) {
                case EQUAL -> Filter.createEqualityFilter(attribute, parts.get(0));
                case BEGINS -> Filter.createSubstringFilter(attribute, parts.get(0), null, null);
                case HOLDS -> Filter.createSubstringFilter(attribute, null, parts.toArray(String[]::new), null);
            };
        }

        Item folded() {
            return new Item(
                    attribute,
                    form,
                    parts.stream().map(part -> Folding.of(attribute, part)).toList());
        }

        /** Of a folded item on a folded value. */
        private boolean holds(String value) {
            return switch (form) {
                case EQUAL -> value.equals(parts.get(0));
                case BEGINS -> value.startsWith(parts.get(0));
                case HOLDS -> holdsAll(value);
            };
        }

        /** RFC 4511 4.5.1.7.2: in their order and without overlap. */
        private boolean holdsAll(String value) {
            int from = 0;
            for (String part : parts) {
                int at = value.indexOf(part, from);
                if (at < 0) {
                    return false;
                }
                from = at + part.length();
            }
            return true;
        }

        boolean holds(FoldedEntry entry) {
            for (String value : entry.values(attribute)) {
                if (holds(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Rule equal(String attribute, String value) {
        return new Rule(true, List.of(Item.of(attribute, Form.EQUAL, value)));
    }

    Filter filter() {
        List<Filter> filters = items.stream().map(Item::filter).toList();
        if (filters.size() == 1) {
            return filters.get(0);
        }
        return every ? Filter.createANDFilter(filters) : Filter.createORFilter(filters);
    }

    Rule folded() {
        return new Rule(every, items.stream().map(Item::folded).toList());
    }

    /** Of a folded rule. */
    boolean holds(FoldedEntry entry) {
        for (Item item : items) {
            if (item.holds(entry) != every) {
                return !every;
            }
        }
        return every;
    }
}
