package fr.sceau.agent.ledger;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All messages of one batch folder and their states; every change is on the disk when its method returns. */
public final class Ledger implements AutoCloseable {
    private static final int ID_LENGTH = 40;
    private static final String SEALED = "SEALED";
    private static final String STATE = "STATE";
    private static final String RECEIPT = "RECEIPT";

    private final LedgerFolder folder;
    private final Journal journal;
    private final InstantSource clock;
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

    private Ledger(LedgerFolder folder, Journal journal, InstantSource clock) {
        this.folder = folder;
        this.journal = journal;
        this.clock = clock;
    }

    /** Opens the ledger of a folder, for this process alone. */
    public static Ledger open(Path batchFolder, InstantSource clock) throws AgentException {
        try {
            LedgerFolder folder = LedgerFolder.open(batchFolder);
            Ledger ledger = new Ledger(folder, Journal.open(folder.journal()), clock);
            ledger.journal.lines().forEach(line -> JournalReader.apply(line.cells(), ledger.entries));
            return ledger;
        } catch (IOException e) {
            throw new AgentException(ExitCode.USAGE, "registre du lot inutilisable dans " + batchFolder, e);
        }
    }

    /** The identifier that this content has for this recipient, sealed already or not. */
    public String id(String file, String recipient, String sourceDigest) {
        return Digests.ofTexts(folder.ledgerId(), file, recipient, sourceDigest).substring(0, ID_LENGTH);
    }

    public Optional<LedgerEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Everything ever sealed of this file for this recipient, oldest first. */
    public List<LedgerEntry> of(String file, String recipient) {
        return entries.values().stream()
                .filter(entry -> entry.file().equals(file) && entry.recipient().equals(recipient))
                .toList();
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** A place for an unfinished file. */
    public Path work(String name) {
        return folder.work(name);
    }

    /** Sealed bytes that a process which died left without a line in the journal. */
    public boolean hasOrphan(String id) {
        return !entries.containsKey(id) && Files.exists(folder.sealed(id));
    }

    /** Takes sealed bytes over: from here on these are sent and no others. */
    public LedgerEntry seal(String id, String file, String recipient, String sourceDigest, Path sealed)
            throws IOException {
        DurableFiles.publish(sealed, folder.sealed(id));
        return adopt(id, file, recipient, sourceDigest);
    }

    /** Enters sealed bytes that are in place. */
    public LedgerEntry adopt(String id, String file, String recipient, String sourceDigest) throws IOException {
        String digest = Digests.ofFile(folder.sealed(id));
        SealedForm form = SealedForm.of(folder.sealed(id));
        String now = clock.instant().toString();
        return record(JournalLine.of(
                SEALED,
                id,
                now,
                file,
                recipient,
                sourceDigest,
                digest,
                form.messageId(),
                String.valueOf(form.encrypted())));
    }

    /** The bytes to send; refuses bytes that are no longer those which were sealed. */
    public Path sealedBytes(LedgerEntry entry) throws AgentException, IOException {
        Path sealed = folder.sealed(entry.id());
        if (!Files.exists(sealed) || !Digests.ofFile(sealed).equals(entry.sealedDigest())) {
            throw new AgentException(ExitCode.UNFINISHED, "un message scellé manque ou a été altéré : " + sealed);
        }
        return sealed;
    }

    public LedgerEntry change(LedgerEntry entry, State state, String reason) throws IOException {
        String now = clock.instant().toString();
        return record(JournalLine.of(STATE, entry.id(), now, state.name(), reason));
    }

    /** Notes what a receipt says. */
    public LedgerEntry received(LedgerEntry entry, String receipt) throws IOException {
        return record(JournalLine.of(RECEIPT, entry.id(), clock.instant().toString(), receipt));
    }

    private LedgerEntry record(JournalLine line) throws IOException {
        journal.append(line);
        JournalReader.apply(line.cells(), entries);
        LedgerEntry entry = entries.get(line.cells().get(1));
        if (entry == null) {
            throw new IllegalStateException("a journal line of an unknown message");
        }
        return entry;
    }

    @Override
    public void close() throws AgentException {
        try (folder;
                journal) {
            entries.clear();
        } catch (IOException e) {
            throw new AgentException(ExitCode.UNFINISHED, "le registre du lot n'a pu être fermé", e);
        }
    }
}
