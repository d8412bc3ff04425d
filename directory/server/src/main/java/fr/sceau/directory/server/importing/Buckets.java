package fr.sceau.directory.server.importing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lines brought together by their group: those of one group are in one bucket, and a bucket fits into memory.
 * Many threads may add, and many may read once all is added; each bucket is for one.
 */
final class Buckets implements Closeable {
    static final int COUNT = 128;

    private final Path folder;
    private final List<Writer> writers = new ArrayList<>();
    private final LongAdder size = new LongAdder();

    Buckets(Path folder, String name) throws IOException {
        this.folder = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < COUNT; i++) {
            writers.add(new BufferedWriter(Files.newBufferedWriter(file(i)), 1 << 15));
        }
    }

    /** @param line without an end */
    void add(long group, String line) throws IOException {
        Writer writer = writers.get((int) Math.floorMod(group, (long) COUNT));
        synchronized (writer) {
            writer.write(line);
            writer.write('\n');
        }
        size.increment();
    }

    /** How many lines have been added to all. */
    long size() {
        return size.sum();
    }

    /** To be called once all is added. */
    List<String> read(int bucket) throws IOException {
        writers.get(bucket).close();
        String all = Files.readString(file(bucket));
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', start)) { // a line may have a CR of its own
            lines.add(all.substring(start, end));
            start = end + 1;
        }
        Files.delete(file(bucket));
        return lines;
    }

    private Path file(int bucket) {
        return folder.resolve(String.valueOf(bucket));
    }

    @Override
    public void close() throws IOException {
        for (Writer writer : writers) {
            writer.close();
        }
    }
}
