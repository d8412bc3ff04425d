package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP of mail from outside. Nothing of it is ever written under a name that it chose; it is bounded in what it unpacks to; it
 * holds what its manifest says, or it is refused as a whole.
 */
final class MailArchive implements AutoCloseable {
    /** No mail unpacks to more than this times the file: mail deflates to a third, long zeros to a thousandth. */
    private static final long MOST_RATIO = 100;

    private static final long ALWAYS_ALLOWED = 100L << 20;
    private static final int MOST_ENTRIES = 2_000_000;

    /** An atom, as IMAP writes it into its answers (RFC 9051 9): anything else could pass for an answer of its own. */
    private static final Pattern KEYWORD = Pattern.compile("[!-~&&[^(){%*\"\\\\]]+");

    private final ZipFile zip;
    private final long largestMessage;
    private long budget;

    MailArchive(Path file, long largestMessage) throws IOException {
        this.zip = open(file);
        this.largestMessage = largestMessage;
        this.budget = ALWAYS_ALLOWED + MOST_RATIO * Files.size(file);
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw refused("ce n'est pas un ZIP entier");
        }
    }

    /** The manifest's lines, when every file that it names is there and is as it says, and no other. */
    List<BoxLine> checked(Progress progress) throws IOException {
        Set<String> files = files();
        List<BoxLine> lines = lines();
        progress.total(lines.stream().mapToLong(BoxLine::octets).sum());
        for (BoxLine line : lines) {
            if (!files.remove(line.path()) || !FolderNames.acceptable(line.folder())) {
                throw refused("le manifeste nomme un fichier absent ou nommé deux fois, ou un dossier inacceptable");
            }
            if (!line.keywords().stream().allMatch(word -> KEYWORD.matcher(word).matches())) {
                throw refused("un mot-clé n'en est pas un");
            }
            check(line, progress);
        }
        if (!files.isEmpty()) {
            throw refused("il contient des fichiers dont le manifeste ne dit rien");
        }
        return lines;
    }

    /** The octets of a message that was checked. */
    InputStream open(BoxLine line) throws IOException {
        return bounded(line.path(), line.octets() + 1);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Set<String> files() {
        if (zip.size() > MOST_ENTRIES) {
            throw refused("il contient trop de fichiers");
        }
        Set<String> files = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (name.startsWith("/")
                    || name.contains("\\")
                    || List.of(name.split("/")).contains("..")) {
                throw refused("il contient un chemin qui sort de l'archive");
            }
            if (!entry.isDirectory() && !name.equals(MailboxExport.MANIFEST) && !files.add(name)) {
                throw refused("il contient deux fichiers du même nom");
            }
        }
        return files;
    }

    private List<BoxLine> lines() throws IOException {
        if (zip.getEntry(MailboxExport.MANIFEST) == null) {
            throw refused("manifest.tsv manque");
        }
        List<BoxLine> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(bounded(MailboxExport.MANIFEST, budget), StandardCharsets.UTF_8))) {
            if (!BoxLine.HEAD.equals(reader.readLine())) {
                throw refused("manifest.tsv n'a pas la forme attendue");
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(BoxLine.parse(line).withoutRecord());
            }
        }
        return lines;
    }

    private void check(BoxLine line, Progress progress) throws IOException {
        budget -= line.octets();
        if (line.octets() < 0 || line.octets() > largestMessage || budget < 0) {
            throw refused("il se déplierait en plus d'octets que du courrier");
        }
        try (InputStream in = progress.counting(open(line))) {
            DigestingInput digesting = new DigestingInput(in);
            digesting.transferTo(OutputStream.nullOutputStream());
            if (digesting.count() != line.octets() || !digesting.sha256().equals(line.sha256())) {
                throw refused("un message n'est pas celui que décrit le manifeste");
            }
        } catch (ZipException e) {
            throw refused("un message n'est pas lisible");
        }
    }

    private InputStream bounded(String name, long most) throws IOException {
        return new BoundedInput(zip.getInputStream(zip.getEntry(name)), most);
    }

    private static ServerException refused(String why) {
        return new ServerException("Archive refusée, rien n'est importé : " + why + ".");
    }
}
