package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;

/** Writes down what an update changes. */
final class Trace {
    private final IndexWriter writer;
    private final Version version;

    Trace(IndexWriter writer, Version version) {
        this.writer = writer;
        this.version = version;
    }

    /** The first version needs no trace: before it there was nothing. */
    void add(DN dn, Optional<Entry> was, Optional<Entry> is) throws IOException {
        if (version.number() > 1) {
            Change change = new Change(dn.toNormalizedString(), version.number(), version.day(), was, is);
            writer.addDocument(change.document());
        }
    }
}
