package fr.sceau.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into a zip while it streams by: is it an IHE XDM set, an office document, or just an archive. The names of its
 * entries are compared, never used as names of anything.
 */
final class ZipRecogniser {
    private static final long RATIO_MATTERS_FROM = 1024 * 1024;

    private final Limits limits;
    private final Classifier classifier;

    ZipRecogniser(Limits limits, Classifier classifier) {
        this.limits = limits;
        this.classifier = classifier;
    }

    Finding recognise(byte[] start, InputStream all) throws IOException {
        if (start.length > 6 && (start[6] & 1) != 0) { // APPNOTE 4.4.4: bit 0, encrypted
            return Finding.other(Flags.NOT_INSPECTABLE);
        }
        Archive archive = new Archive();
        BoundedInput compressed = new BoundedInput(all, Long.MAX_VALUE, Flags.TOO_LARGE, limits.budget());
        try {
            // names only matter in ASCII; a decoder that rejects bytes would let one bad name hide the archive
            ZipInputStream zip = new ZipInputStream(compressed, StandardCharsets.ISO_8859_1);
            readEntries(zip, new Inflated(zip, compressed), archive);
        } catch (LimitReached e) {
            archive.flags.add(e.flag());
        } catch (ZipException | java.io.EOFException e) {
            archive.flags.add(Flags.MALFORMED);
        }
        return archive.finding();
    }

    private void readEntries(ZipInputStream zip, InputStream inflated, Archive archive) throws IOException {
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++count > limits.zipEntries()) {
                throw new LimitReached(Flags.ZIP_BOMB);
            }
            archive.named(normalised(entry.getName()));
            if (!entry.isDirectory()) {
                archive.found(classifier.classifyInner(inflated));
                inflated.transferTo(java.io.OutputStream.nullOutputStream()); // so that what is skipped is counted too
            }
        }
    }

    private static String normalised(String name) {
        return name.replace('\\', '/').toUpperCase(Locale.ROOT);
    }

    /** What the entries say together. */
    private static final class Archive {
        private final Set<String> names = new HashSet<>();
        private final Set<String> flags = new java.util.LinkedHashSet<>();
        private final List<Finding> documents = new ArrayList<>();
        private boolean xdm;
        private boolean office;

        void named(String name) {
            if (!names.add(name)) {
                flags.add(Flags.DUPLICATE_NAME);
            }
            if (name.startsWith("/") || name.contains("../") || name.indexOf(':') >= 0 || name.indexOf('\0') >= 0) {
                flags.add(Flags.UNSAFE_NAME);
            }
            if (name.endsWith("VBAPROJECT.BIN")) {
                flags.add(Flags.ACTIVE_CONTENT);
            }
            xdm |= name.endsWith("METADATA.XML") && ("/" + name).contains("/IHE_XDM/");
            office |= name.equals("[CONTENT_TYPES].XML") || name.equals("MIMETYPE");
        }

        void found(Finding finding) {
            if (finding.type() == DocumentType.XDM) { // the METADATA.XML itself, wherever it lies
                xdm = true;
                finding.flags().forEach(flags::add);
            } else if (finding.type() != DocumentType.OTHER || finding.flags().contains(Flags.DOCTYPE)) {
                documents.add(finding);
            } else if (finding.flags().contains(Flags.EXECUTABLE)) {
                flags.add(Flags.EXECUTABLE);
            }
        }

        Finding finding() {
            DocumentType type = xdm ? DocumentType.XDM : DocumentType.OTHER;
            return new Finding(type, Optional.empty(), List.copyOf(flags), office ? List.of() : documents);
        }
    }

    /** The inflated bytes of all entries, counted together and against the compressed ones. */
    private final class Inflated extends FilterInputStream {
        private final BoundedInput compressed;
        private long count;

        Inflated(InputStream zip, BoundedInput compressed) {
            super(zip);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            boolean tooDense = count > RATIO_MATTERS_FROM && count / limits.zipRatio() > compressed.count();
            if (count > limits.zipBytes() || tooDense) {
                throw new LimitReached(Flags.ZIP_BOMB);
            }
            return read;
        }

        @Override
        public void close() {
            // the archive goes on with its next entry
        }
    }
}
