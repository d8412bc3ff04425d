package fr.sceau.directory.server.search;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Evaluates any filter of RFC 4515 on one entry. */
public final class Evaluation {
    /** Matching rules that compare text without case (RFC 4517 4.2), by name and number. */
    private static final Set<String> TEXT_RULES =
            Set.of("", "caseignorematch", "2.5.13.2", "caseignoreia5match", "1.3.6.1.4.1.1466.109.114.2");

    private static final String CERTIFICATE = "usercertificate";

    private final Names names;

    public Evaluation(Schema schema) {
        this.names = new Names(schema);
    }

    public boolean matches(Filter filter, Entry entry) {
        return truth(filter, entry) == Truth.TRUE;
    }

    private Truth truth(Filter filter, Entry entry) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> and(filter.getComponents(), entry);
            case Filter.FILTER_TYPE_OR -> or(filter.getComponents(), entry);
            case Filter.FILTER_TYPE_NOT ->
                truth(filter.getNOTComponent(), entry).not();
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> extensible(filter, entry);
            default -> item(filter, entry);
        };
    }

    /** RFC 4526: an empty AND is true, an empty OR is false. */
    private Truth and(Filter[] components, Entry entry) {
        Truth all = Truth.TRUE;
        for (int i = 0; i < components.length && all != Truth.FALSE; i++) {
            all = all.and(truth(components[i], entry));
        }
        return all;
    }

    private Truth or(Filter[] components, Entry entry) {
        Truth any = Truth.FALSE;
        for (int i = 0; i < components.length && any != Truth.TRUE; i++) {
            any = any.or(truth(components[i], entry));
        }
        return any;
    }

    private Truth item(Filter filter, Entry entry) {
        return names.known(filter.getAttributeName())
                .map(attribute -> item(attribute, filter, entry))
                .orElse(Truth.UNDEFINED);
    }

    private static Truth item(String attribute, Filter filter, Entry entry) {
        if (filter.getFilterType() == Filter.FILTER_TYPE_PRESENCE) {
            return Truth.of(values(entry, attribute).findAny().isPresent());
        }
        if (attribute.equals(CERTIFICATE)) {
            return Truth.UNDEFINED; // RFC 4523 2.1: certificateExactMatch and its assertions are not supported
        }
        return Truth.of(values(entry, attribute).anyMatch(test(filter, attribute)));
    }

    private static Predicate<String> test(Filter filter, String attribute) {
        if (filter.getFilterType() == Filter.FILTER_TYPE_SUBSTRING) {
            return value -> contains(Comparison.part(attribute, value), filter, attribute);
        }
        String asserted = Comparison.exact(attribute, filter.getAssertionValue());
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_GREATER_OR_EQUAL ->
                value -> Comparison.exact(attribute, value).compareTo(asserted) >= 0;
            case Filter.FILTER_TYPE_LESS_OR_EQUAL ->
                value -> Comparison.exact(attribute, value).compareTo(asserted) <= 0;
            default -> value -> Comparison.exact(attribute, value).equals(asserted);
        };
    }

    /** RFC 4511 4.5.1.7.2: initial, any and final parts in their order and without overlap. */
    private static boolean contains(String value, Filter filter, String attribute) {
        int from = 0;
        if (filter.getRawSubInitialValue() != null) {
            String initial = Comparison.part(attribute, filter.getSubInitialString());
            if (!value.startsWith(initial)) {
                return false;
            }
            from = initial.length();
        }
        for (ASN1OctetString part : filter.getRawSubAnyValues()) {
            String any = Comparison.part(attribute, part.stringValue());
            int found = value.indexOf(any, from);
            if (found < 0) {
                return false;
            }
            from = found + any.length();
        }
        return filter.getRawSubFinalValue() == null
                || value.substring(from).endsWith(Comparison.part(attribute, filter.getSubFinalString()));
    }

    private Truth extensible(Filter filter, Entry entry) {
        return compared(filter, names)
                .map(attribute -> extensible(attribute, filter, entry))
                .orElse(Truth.UNDEFINED);
    }

    /** The attribute that an extensible match compares as text; none when it compares nothing that we know how to compare. */
    public static Optional<String> compared(Filter filter, Names names) {
        String rule = Optional.ofNullable(filter.getMatchingRuleID()).orElse("");
        if (filter.getAttributeName() == null || !TEXT_RULES.contains(rule.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return names.known(filter.getAttributeName()).filter(attribute -> !attribute.equals(CERTIFICATE));
    }

    private static Truth extensible(String attribute, Filter filter, Entry entry) {
        String asserted = Comparison.exact(attribute, filter.getAssertionValue());
        Stream<String> values = filter.getDNAttributes()
                ? Stream.concat(values(entry, attribute), valuesInDn(entry, attribute))
                : values(entry, attribute);
        return Truth.of(
                values.anyMatch(value -> Comparison.exact(attribute, value).equals(asserted)));
    }

    private static Stream<String> valuesInDn(Entry entry, String attribute) {
        try {
            DN dn = entry.getParsedDN();
            return Arrays.stream(dn.getRDNs())
                    .map(RDN::getNameValuePairs)
                    .flatMap(Set::stream)
                    .filter(pair -> pair.getAttributeName().equalsIgnoreCase(attribute))
                    .map(pair -> pair.getAttributeValue());
        } catch (LDAPException e) {
            throw new IllegalStateException("an entry of ours has a parsed DN", e);
        }
    }

    private static Stream<String> values(Entry entry, String attribute) {
        return entry.getAttributesWithOptions(attribute, null).stream()
                .map(Attribute::getValues)
                .flatMap(Arrays::stream);
    }
}
