package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry as octets: its name, the number of attributes, and of each its name, the number of values and the values, all in
 * {@link DataOutputStream#writeUTF}'s form with numbers of two octets. Equal entries whose attributes come in the same order
 * have equal octets.
 */
final class EntryBytes {
    private EntryBytes() {}

    static byte[] of(Entry entry) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeUTF(entry.getDN());
            out.writeShort(entry.getAttributes().size());
            for (Attribute attribute : entry.getAttributes()) {
                write(out, attribute);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a value of more than 64 kB
        }
        return octets.toByteArray();
    }

    private static void write(DataOutputStream out, Attribute attribute) throws IOException {
        out.writeUTF(attribute.getName());
        out.writeShort(attribute.size());
        for (String value : attribute.getValues()) {
            out.writeUTF(value);
        }
    }

    /** The name alone. */
    static String name(byte[] octets, int offset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets, offset, length))) {
            return in.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Entry read(byte[] octets, int offset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets, offset, length))) {
            String dn = in.readUTF();
            int count = in.readUnsignedShort();
            List<Attribute> attributes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                attributes.add(attribute(in));
            }
            return new Entry(dn, attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attribute attribute(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String[] values = new String[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readUTF();
        }
        return new Attribute(name, values);
    }
}
