package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file as it was downloaded: the extraction itself, or a zip that holds it. */
final class Download {
    private static final long LARGEST = 2L << 30;

    private final Path file;
    private final List<String> prefixes;

    /** @param prefixes how the name of the extraction may begin, also inside a zip */
    Download(Path file, List<String> prefixes) {
        this.file = file;
        this.prefixes = List.copyOf(prefixes);
    }

    Path file() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** What the file would be called by itself: several extractions come in one zip. */
    String extraction() {
        return prefixes.stream().anyMatch(name()::startsWith) ? name() : prefixes.get(0) + stamp() + ".txt";
    }

    /** The date and time in its name. */
    String stamp() {
        return Downloads.stamp(name());
    }

    /** Octets that {@link #open} will give. */
    long size() throws IOException, RefusedFileException {
        if (!isZip()) {
            return Files.size(file);
        }
        try (ZipFile zip = zip()) {
            return member(zip).getSize();
        }
    }

    InputStream open() throws IOException, RefusedFileException {
        if (!isZip()) {
            return Files.newInputStream(file);
        }
        ZipFile zip = zip();
        try {
            return bounded(zip.getInputStream(member(zip)), zip);
        } catch (IOException | RefusedFileException e) {
            zip.close();
            throw e;
        }
    }

    /** By its first octets: a name can be wrong. */
    private boolean isZip() throws IOException, RefusedFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            if (head.length > 0 && head[0] == '<') {
                throw refused("a page of the web instead of an extraction");
            }
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    private ZipFile zip() throws IOException, RefusedFileException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new RefusedFileException(name() + ": the zip is damaged or cut", e);
        }
    }

    private ZipEntry member(ZipFile zip) throws RefusedFileException {
        List<? extends ZipEntry> members = zip.stream().toList();
        if (members.stream().anyMatch(member -> member.getName().contains(".."))) {
            throw refused("a member of the zip leads out of its folder");
        }
        List<? extends ZipEntry> ours = members.stream()
                .filter(member -> prefixes.stream().anyMatch(base(member.getName())::startsWith))
                .toList();
        if (ours.size() != 1) {
            throw refused(ours.size() + " members of the zip are named " + prefixes.get(0) + "…");
        }
        if (ours.get(0).getSize() > LARGEST) {
            throw refused("more than 2 GB when it is unpacked");
        }
        return ours.get(0);
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What a zip says of the size of a member need not be true. */
    private InputStream bounded(InputStream member, ZipFile zip) {
        return new FilterInputStream(member) {
            private long left = LARGEST;

            @Override
            public int read() throws IOException {
                return counted(super.read(), 1);
            }

            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                int read = super.read(octets, offset, length);
                return counted(read, read);
            }

            private int counted(int result, int octets) throws IOException {
                left -= octets;
                if (left < 0) {
                    throw new IOException(name() + ": more than 2 GB when it is unpacked");
                }
                return result;
            }

            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    private RefusedFileException refused(String reason) {
        return new RefusedFileException(name() + ": " + reason);
    }
}
