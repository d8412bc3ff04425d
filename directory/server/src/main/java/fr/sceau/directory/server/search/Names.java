package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Locale;
import java.util.Optional;

/** Attributes as the schema calls them, whatever they are called in a question. */
public final class Names {
    private final Schema schema;

    public Names(Schema schema) {
        this.schema = schema;
    }

    /** RFC 4512 2.5: options do not count, and a number is as good as a name. None when the schema does not know it. */
    public Optional<String> known(String description) {
        AttributeTypeDefinition type = schema.getAttributeType(Attribute.getBaseName(description));
        return Optional.ofNullable(type).map(t -> t.getNameOrOID().toLowerCase(Locale.ROOT));
    }
}
