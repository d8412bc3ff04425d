package fr.sceau.directory.server.index;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;

/**
 * Lucene's format of an index, but for the entries: an answer shows a hundred of them that lie anywhere, and Lucene's own would
 * decompress some 12 kB for each. Segments name their codec: those of Lucene's own stay readable, and a change of the format takes
 * another name.
 */
public final class EntryCodec extends FilterCodec {
    private static final String NAME = "Sceau1";
    private static final int CHUNK_OCTETS = 4 * 1024;
    private static final int CHUNK_ENTRIES = 64;
    private static final int CHUNKS_IN_BLOCK = 10; // of the table that says where each chunk begins, as Lucene has it

    private final StoredFieldsFormat entries = new Lucene90CompressingStoredFieldsFormat(
            NAME, CompressionMode.FAST, CHUNK_OCTETS, CHUNK_ENTRIES, CHUNKS_IN_BLOCK);

    /** For Lucene, which finds it by its name. */
    public EntryCodec() {
        super(NAME, new Lucene912Codec());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return entries;
    }
}
