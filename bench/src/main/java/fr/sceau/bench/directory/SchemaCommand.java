package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Attributes and classes of our own in the words of {@code slapd.conf}, as the running directory publishes them. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Écrit pour slapd le schéma que l'annuaire publie.")
public final class SchemaCommand implements Callable<Integer> {
    private static final String OURS = "as"; // as in asFiness; standard names begin otherwise

    @Option(names = "--port", required = true, description = "l'annuaire")
    private int port;

    @Option(names = "--to", required = true, paramLabel = "FICHIER", description = "à écrire")
    private Path to = Path.of("");

    @Override
    public Integer call() throws LDAPException, IOException {
        List<String> lines = new ArrayList<>();
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port)) {
            Schema schema = connection.getSchema();
            for (AttributeTypeDefinition type : schema.getAttributeTypes()) {
                if (isOurs(type.getNameOrOID())) {
                    lines.add("attributetype " + type);
                }
            }
            for (ObjectClassDefinition type : schema.getObjectClasses()) {
                if (isOurs(type.getNameOrOID())) {
                    lines.add("objectclass " + type);
                }
            }
        }
        Files.write(to, lines);
        return lines.isEmpty() ? 1 : 0;
    }

    private static boolean isOurs(String name) {
        return name.length() > OURS.length()
                && name.startsWith(OURS)
                && Character.isUpperCase(name.charAt(OURS.length()));
    }
}
