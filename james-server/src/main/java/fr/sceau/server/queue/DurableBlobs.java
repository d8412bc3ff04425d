package fr.sceau.server.queue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javax.jms.JMSException;
import org.apache.activemq.blob.BlobDownloadStrategy;
import org.apache.activemq.blob.BlobTransferPolicy;
import org.apache.activemq.blob.BlobUploadStrategy;
import org.apache.activemq.command.ActiveMQBlobMessage;

/**
 * Keeps the bytes of queued mail in files beside the journal, so that a large message never stands in memory. A file is
 * on disk, with its name, before the queue takes the mail: 250 means kept.
 */
final class DurableBlobs extends BlobTransferPolicy {
    private final Path folder;

    DurableBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public BlobTransferPolicy copy() {
        return new DurableBlobs(folder);
    }

    @Override
    protected BlobUploadStrategy createUploadStrategy() {
        return new BlobUploadStrategy() {
            @Override
            public URL uploadFile(ActiveMQBlobMessage message, File file) throws IOException {
                try (InputStream in = Files.newInputStream(file.toPath())) {
                    return uploadStream(message, in);
                }
            }

            @Override
            public URL uploadStream(ActiveMQBlobMessage message, InputStream in) throws IOException {
                return keep(in).toUri().toURL();
            }
        };
    }

    @Override
    protected BlobDownloadStrategy createDownloadStrategy() {
        return new BlobDownloadStrategy() {
            @Override
            public InputStream getInputStream(ActiveMQBlobMessage message) throws IOException, JMSException {
                return Files.newInputStream(file(message));
            }

            @Override
            public void deleteFile(ActiveMQBlobMessage message) throws IOException, JMSException {
                Files.deleteIfExists(file(message));
            }
        };
    }

    private Path keep(InputStream in) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(UUID.randomUUID() + ".eml");
        try (in) {
            Files.copy(in, file);
            sync(file, StandardOpenOption.WRITE);
            sync(folder, StandardOpenOption.READ); // the name is on disk too
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** Only the name counts: the folder may have moved with its installation. */
    private Path file(ActiveMQBlobMessage message) throws IOException, JMSException {
        String name =
                Path.of(URI.create(message.getURL().toString())).getFileName().toString();
        return folder.resolve(name);
    }
}
