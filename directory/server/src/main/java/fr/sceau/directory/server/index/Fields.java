package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.directory.server.search.Comparison;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/** How an entry is written into the index. */
final class Fields {
    static final String DN = "dn";
    static final String ABOVE = "above";
    static final String KEY = "key";
    static final String WORD = "words";
    static final String ENTRY = "entry";
    static final String ID = "id";
    static final String CONTENT = "content";
    static final String SINCE = "since";
    static final String LEFT = "left";
    static final String MISSED = "missed";
    static final String GROUP = "group";
    static final String LINES = "lines";

    /** What is looked up by equality. */
    private static final Set<String> KEYS = Set.of(
            "uid",
            "employeenumber",
            "mail",
            "asidnatps",
            "asidstruct",
            "asfiness",
            "assiret",
            "asadeli",
            "asdomaine",
            "astypebal",
            "postalcode",
            "asprofession",
            "assavoirfaire",
            "cn",
            "sn",
            "givenname",
            "displayname",
            "o",
            "l",
            "title");

    private Fields() {}

    static boolean isKey(String attribute) {
        return KEYS.contains(attribute);
    }

    static Term key(String attribute, String value) {
        return new Term(KEY, attribute + "=" + Comparison.exact(attribute, value));
    }

    /** A word in a value of an attribute: a given name is not looked for among family names, nor a town among either. */
    static Term word(String attribute, String word) {
        return new Term(WORD, attribute + "=" + word);
    }

    static Term name(DN dn) {
        return new Term(DN, dn.toNormalizedString());
    }

    static Document document(Entry entry, byte[] octets, Presence presence, Origin origin) {
        DN dn = dn(entry);
        Document document = new Document();
        document.add(new StringField(DN, dn.toNormalizedString(), Store.NO));
        for (DN above = dn.getParent(); above != null && !above.isNullDN(); above = above.getParent()) {
            document.add(new StringField(ABOVE, above.toNormalizedString(), Store.NO));
        }
        entry.getAttributes().forEach(attribute -> search(document, attribute));
        document.add(new StoredField(ENTRY, octets));
        document.add(new NumericDocValuesField(ID, Hash.of(dn.toNormalizedString())));
        document.add(new NumericDocValuesField(CONTENT, Hash.of(octets)));
        document.add(new NumericDocValuesField(SINCE, presence.since()));
        document.add(new NumericDocValuesField(LEFT, presence.left()));
        document.add(new NumericDocValuesField(MISSED, presence.missed()));
        document.add(new NumericDocValuesField(GROUP, origin.group()));
        document.add(new NumericDocValuesField(LINES, origin.lines()));
        return document;
    }

    private static void search(Document document, Attribute attribute) {
        String name = attribute.getBaseName().toLowerCase(Locale.ROOT);
        if (KEYS.contains(name)) {
            for (String value : attribute.getValues()) {
                document.add(new StringField(KEY, key(name, value).text(), Store.NO));
            }
        }
        if (Comparison.isSearched(name)) {
            Set<String> words = new HashSet<>();
            Arrays.stream(attribute.getValues())
                    .forEach(value -> words.addAll(Comparison.words(Comparison.part(name, value))));
            words.forEach(
                    word -> document.add(new StringField(WORD, word(name, word).text(), Store.NO)));
        }
    }

    static DN dn(Entry entry) {
        try {
            return entry.getParsedDN();
        } catch (LDAPException e) {
            throw new IllegalArgumentException("an entry without a name", e);
        }
    }
}
