package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import fr.sceau.bench.BenchException;
import fr.sceau.bench.measure.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** All entries, as {@code ./sceau directory export} wrote them. */
record Export(Path file) {
    private static final int MEGABYTE = 1 << 20;

    /** Visits each in the order of the file; returns how many there are. */
    long each(String what, Consumer<Entry> visitor) throws IOException {
        try (Counting octets = open(what);
                LDIFReader reader = new LDIFReader(new BufferedInputStream(octets, MEGABYTE))) {
            long entries = 0;
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                visitor.accept(entry);
                entries++;
            }
            return entries;
        } catch (LDIFException e) {
            throw new BenchException("l'export n'est pas du LDIF : " + e.getMessage(), e);
        }
    }

    /** The file itself; says how far it is read. */
    Counting open(String what) throws IOException {
        return new Counting(Files.newInputStream(file), new Progress(what + ", Mo", Files.size(file) / MEGABYTE));
    }

    /** Tells how far it is read. */
    static final class Counting extends java.io.FilterInputStream {
        private final Progress progress;
        private long octets;

        Counting(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            long before = octets / MEGABYTE;
            octets += Math.max(read, 0);
            if (octets / MEGABYTE > before) {
                progress.at(octets / MEGABYTE);
            }
            return read;
        }
    }
}
