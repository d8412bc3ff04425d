package fr.sceau.directory.server.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** The folder of the index: made when it is not there, refused when another program wrote it. */
final class IndexFolder {
    private static final double BUFFER_MEGABYTES = 128;
    private static final String FORMER_WORD = "word"; // words did not tell of which attribute they are

    private IndexFolder() {}

    static FSDirectory open(Path path) throws IOException {
        FSDirectory folder = FSDirectory.open(path);
        if (!DirectoryReader.indexExists(folder)) {
            try (IndexWriter writer = writer(folder)) {
                writer.setLiveCommitData(Version.NONE.data().entrySet());
                writer.commit();
            }
        }
        return folder;
    }

    /** Fails while another one is open. */
    static IndexWriter writer(FSDirectory folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig().setCommitOnClose(false);
        return new IndexWriter(
                folder, config.setRAMBufferSizeMB(BUFFER_MEGABYTES).setCodec(new EntryCodec()));
    }

    static DirectoryReader reader(FSDirectory folder) throws IOException {
        DirectoryReader reader = DirectoryReader.open(folder);
        if (FieldInfos.getMergedFieldInfos(reader).fieldInfo(FORMER_WORD) != null) {
            reader.close();
            throw new IndexException("L'annuaire vient d'un programme précédent : effacez-le, puis importez");
        }
        return reader;
    }
}
