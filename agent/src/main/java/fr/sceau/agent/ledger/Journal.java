package fr.sceau.agent.ledger;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An append-only file of lines, each on the disk before {@link #append} returns. */
final class Journal implements AutoCloseable {
    private final FileChannel channel;
    private final List<JournalLine> lines;

    private Journal(FileChannel channel, List<JournalLine> lines) {
        this.channel = channel;
        this.lines = List.copyOf(lines);
    }

    /** Reads the journal and cuts off a last line that was not written whole. */
    static Journal open(Path file) throws IOException, AgentException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        List<JournalLine> lines = new ArrayList<>();
        int whole = parse(bytes, lines);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        channel.force(true);
        DurableFiles.forceFolder(file.toAbsolutePath().resolveSibling(""));
        return new Journal(channel, lines);
    }

    /** What the journal held when it was opened. */
    List<JournalLine> lines() {
        return lines;
    }

    void append(JournalLine line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.toBytes());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Length of the whole lines; a damaged line before the last means that the file was altered. */
    private static int parse(byte[] bytes, List<JournalLine> lines) throws AgentException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Optional<JournalLine> line =
                        JournalLine.parse(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                if (line.isEmpty() && i + 1 < bytes.length) {
                    throw new AgentException(
                            ExitCode.USAGE,
                            "journal du lot abîmé, ligne " + (lines.size() + 1) + " : rien n'a été envoyé");
                }
                if (line.isEmpty()) {
                    return start;
                }
                lines.add(line.get());
                start = i + 1;
            }
        }
        return start;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
