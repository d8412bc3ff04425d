package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.entries.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client asks first: the root DSE (RFC 4512 5.1) and the subschema entry (RFC 4512 4.2). */
final class RootEntries {
    private static final DN SCHEMA_NAME = new DN(new RDN("cn", "schema"));

    private final Entry root;
    private final Entry rootWithTls;
    private final Entry subschema;

    RootEntries(Schema schema) {
        this.root = new Entry(
                DN.NULL_DN,
                new Attribute("objectClass", "top"),
                new Attribute("namingContexts", Tree.BASE.toString()),
                new Attribute("subschemaSubentry", SCHEMA_NAME.toString()),
                new Attribute("supportedLDAPVersion", "3"),
                new Attribute("supportedControl", Paging.OID), // RFC 2696
                new Attribute(
                        "supportedFeatures", "1.3.6.1.4.1.4203.1.5.1", "1.3.6.1.4.1.4203.1.5.3"), // RFC 3673, 4526
                new Attribute("vendorName", "Sceau"));
        this.rootWithTls = root.duplicate();
        rootWithTls.addAttribute("supportedExtension", StartTLSExtendedRequest.STARTTLS_REQUEST_OID); // RFC 4511 4.14
        List<Attribute> definitions = new ArrayList<>(schema.getSchemaEntry().getAttributes());
        definitions.removeIf(attribute -> attribute.getBaseName().equalsIgnoreCase("cn"));
        definitions.add(new Attribute("cn", "schema"));
        this.subschema = new Entry(SCHEMA_NAME, definitions);
    }

    /** @param tls whether StartTLS is offered there */
    Optional<Entry> find(DN name, boolean tls) {
        if (name.isNullDN()) {
            return Optional.of(tls ? rootWithTls : root);
        }
        return name.equals(SCHEMA_NAME) ? Optional.of(subschema) : Optional.empty();
    }
}
