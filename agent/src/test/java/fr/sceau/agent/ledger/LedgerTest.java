package fr.sceau.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.agent.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-01T08:00:00Z"));
    private static final String DOCTOR = "claire.martin@exemple.mssante.test";
    private static final String MAIL =
            "From: a@b.c\r\nMessage-ID:\r\n <x@b.c>\r\nContent-Type: multipart/signed\r\n\r\nbody\r\n";

    private final Path batch;
    private final Path journal;

    LedgerTest(@TempDir Path batch) {
        this.batch = batch;
        this.journal = batch.resolve(".sceau-batch/journal");
    }

    private Ledger open() throws AgentException {
        return Ledger.open(batch, CLOCK);
    }

    private static LedgerEntry seal(Ledger ledger, String file) throws IOException {
        String id = ledger.id(file, DOCTOR, "00");
        Path work = Files.writeString(ledger.work(id), MAIL);
        return ledger.seal(id, file, DOCTOR, "00", work);
    }

    @Test
    void states_survive_a_new_start() throws Exception {
        String file = "tab\tline\nback\\slash;é.hpr";
        try (Ledger ledger = open()) {
            LedgerEntry entry = seal(ledger, file);
            assertThat(entry.messageId()).isEqualTo("<x@b.c>");
            ledger.change(entry, State.REFUSED, "550 5.7.1 [code] non\r\nsuite");
            ledger.received(entry, "remis");
        }
        try (Ledger ledger = open()) {
            LedgerEntry entry = ledger.of(file, DOCTOR).get(0);
            assertThat(entry.state()).isEqualTo(State.REFUSED);
            assertThat(entry.reason()).isEqualTo("550 5.7.1 [code] non\r\nsuite");
            assertThat(entry.receipt()).isEqualTo("remis");
            assertThat(entry.changed()).isEqualTo(CLOCK.instant());
            assertThat(ledger.id(file, DOCTOR, "00")).isEqualTo(entry.id());
        }
    }

    @Test
    void journal_cut_at_any_byte_loses_its_last_line_only() throws Exception {
        try (Ledger ledger = open()) {
            ledger.change(seal(ledger, "a"), State.ACCEPTED, "");
        }
        byte[] whole = Files.readAllBytes(journal);
        int firstLine = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = firstLine; length < whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            try (Ledger ledger = open()) {
                assertThat(ledger.entries())
                        .singleElement()
                        .extracting(LedgerEntry::state)
                        .isEqualTo(State.SEALED);
                ledger.change(ledger.entries().get(0), State.ACCEPTED, "");
            }
            try (Ledger ledger = open()) {
                assertThat(ledger.entries())
                        .singleElement()
                        .extracting(LedgerEntry::state)
                        .isEqualTo(State.ACCEPTED);
            }
        }
    }

    @Test
    void line_altered_before_the_end_is_refused() throws Exception {
        try (Ledger ledger = open()) {
            ledger.change(seal(ledger, "a"), State.ACCEPTED, "");
        }
        byte[] bytes = Files.readAllBytes(journal);
        bytes[20] ^= 1;
        Files.write(journal, bytes);
        assertThatThrownBy(this::open).isInstanceOf(AgentException.class).hasMessageContaining("ligne 1");
    }

    @Test
    void bytes_sealed_by_a_process_that_died_before_its_journal_line_are_adopted() throws Exception {
        String id;
        try (Ledger ledger = open()) {
            id = seal(ledger, "a").id();
        }
        Files.write(journal, new byte[0]);
        try (Ledger ledger = open()) {
            assertThat(ledger.hasOrphan(id)).isTrue();
            LedgerEntry entry = ledger.adopt(id, "a", DOCTOR, "00");
            assertThat(ledger.sealedBytes(entry)).hasContent(MAIL);
            assertThat(ledger.hasOrphan(id)).isFalse();
        }
    }

    @Test
    void sealed_bytes_that_were_altered_are_not_sent() throws Exception {
        try (Ledger ledger = open()) {
            LedgerEntry entry = seal(ledger, "a");
            Files.writeString(ledger.sealedBytes(entry), MAIL + "x");
            assertThatThrownBy(() -> ledger.sealedBytes(entry)).isInstanceOf(AgentException.class);
        }
    }

    @Test
    void unfinished_files_of_a_process_that_died_are_cleared() throws Exception {
        Path left;
        try (Ledger ledger = open()) {
            left = Files.writeString(ledger.work("left"), "half");
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.entries()).isEmpty();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void two_batches_cannot_hold_the_same_folder() throws Exception {
        try (Ledger ledger = open()) {
            assertThat(ledger.entries()).isEmpty();
            assertThatThrownBy(this::open).hasMessage("un envoi de ce dossier est déjà en cours");
        }
        open().close();
    }

    @Test
    void same_file_in_another_batch_is_another_message(@TempDir Path other) throws Exception {
        try (Ledger here = open();
                Ledger there = Ledger.open(other, CLOCK)) {
            assertThat(here.id("a", DOCTOR, "00"))
                    .isNotEqualTo(there.id("a", DOCTOR, "00"))
                    .isNotEqualTo(here.id("a", DOCTOR, "01"))
                    .isNotEqualTo(here.id("b", DOCTOR, "00"));
        }
    }
}
