package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The standard schema and our own attributes. */
public final class DirectorySchema {
    private DirectorySchema() {}

    public static Schema load() {
        try (InputStream own = Objects.requireNonNull(
                DirectorySchema.class.getResourceAsStream("/sceau-schema.ldif"), "sceau-schema.ldif")) {
            return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), Schema.getSchema(own));
        } catch (IOException | LDIFException | LDAPException e) {
            throw new IllegalStateException("the schema that comes with the program is not readable", e);
        }
    }
}
