package fr.sceau.system.faults;

import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one INBOX as a person does: looks at what is new, flags some of it, deletes some of it for good. */
final class Reader {
    private static final Pattern UID = Pattern.compile("UID (\\d+)");
    private static final Pattern INTERNALDATE = Pattern.compile("INTERNALDATE \"([^\"]+)\"");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("ppd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern UIDVALIDITY = Pattern.compile("\\[UIDVALIDITY (\\d+)]");

    private final TestSceau sceau;
    private final Ledger ledger;
    private final Login login;
    private final Random random;
    private @Nullable ImapTalk talk;
    private String validity = "";

    Reader(TestSceau sceau, Ledger ledger, String address, Random random) {
        this.sceau = sceau;
        this.ledger = ledger;
        this.login = sceau.logins().forMailbox(address);
        this.random = random;
    }

    String mailbox() {
        return login.mailbox();
    }

    void readOnce() throws IOException {
        ImapTalk open = talk == null ? open() : talk;
        talk = open;
        for (Found found : list(open)) {
            boolean fresh = !ledger.known(mailbox(), found.uid());
            ledger.found(mailbox(), found.uid(), found.id());
            if (fresh) {
                handle(open, found);
            }
        }
    }

    /** One message of the list. */
    record Found(long uid, String id, boolean flagged) {}

    private ImapTalk open() throws IOException {
        ImapTalk fresh = ImapTalk.tls(sceau.port("imaps.port"), sceau.client());
        fresh.must("LOGIN \"" + login.login() + "\" \"" + login.password() + "\"");
        Matcher found =
                UIDVALIDITY.matcher(String.join("\n", fresh.must("SELECT INBOX").lines()));
        if (!found.find() || !validity.isEmpty() && !validity.equals(found.group(1))) {
            throw new AssertionError("UIDVALIDITY of " + mailbox() + " was " + validity);
        }
        validity = found.group(1);
        return fresh;
    }

    /** Every message now there, and whether it is flagged. */
    Map<Long, Boolean> flagsByUid() throws IOException {
        ImapTalk open = talk == null ? open() : talk;
        talk = open;
        Map<Long, Boolean> flags = new HashMap<>();
        list(open).forEach(found -> flags.put(found.uid(), found.flagged()));
        return flags;
    }

    private List<Found> list(ImapTalk open) throws IOException {
        open.must("NOOP");
        List<Found> all = new ArrayList<>();
        if (open.search("ALL").isEmpty()) {
            return all;
        }
        ImapTalk.Answer answer = open.must("UID FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])");
        int literal = 0;
        for (String line : answer.lines()) {
            Matcher uid = UID.matcher(line);
            if (line.contains("BODY[") && uid.find()) {
                byte[] header = answer.literals().get(literal++);
                all.add(new Found(Long.parseLong(uid.group(1)), id(header), line.contains("\\Flagged")));
            }
        }
        return all;
    }

    private static String id(byte[] header) {
        return String.join("", Inbox.field(header, "Message-ID")).replaceAll("[<>]", "");
    }

    private void handle(ImapTalk open, Found found) throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> {
                ledger.deleting(mailbox(), found.uid());
                open.must("UID STORE " + found.uid() + " +FLAGS.SILENT (\\Deleted)");
                open.must("UID EXPUNGE " + found.uid());
            }
            case 1 -> {
                open.must("UID STORE " + found.uid() + " +FLAGS.SILENT (\\Flagged)");
                ledger.flagged(mailbox(), found.uid(), found.id());
            }
            default -> {}
        }
    }

    /** Puts a draft of its own there. */
    void deposit() throws IOException {
        String id = "depot-" + Long.toHexString(random.nextLong()) + "@faults.test";
        String text = "Message-ID: <" + id + ">\r\nSubject: brouillon\r\n\r\nbrouillon\r\n";
        int length = text.getBytes(StandardCharsets.US_ASCII).length;
        try (ImapTalk own = ImapTalk.tls(sceau.port("imaps.port"), sceau.client())) {
            own.must("LOGIN \"" + login.login() + "\" \"" + login.password() + "\"");
            ImapTalk.Answer answer = own.must("APPEND INBOX (\\Draft) {" + length + "+}\r\n" + text);
            String uid = answer.status().replaceAll(".*APPENDUID \\d+ (\\d+)].*", "$1");
            ledger.deposited(mailbox(), Long.parseLong(uid), id);
        }
    }

    /** What the server says of the last message. */
    String last() throws IOException {
        ImapTalk open = talk == null ? open() : talk;
        talk = open;
        return String.join("\n", open.must("UID FETCH * (UID INTERNALDATE)").lines());
    }

    /** When the server says that the last message came: its own clock. */
    Instant newest() throws IOException {
        String line = last();
        Matcher date = INTERNALDATE.matcher(line);
        if (!date.find()) {
            throw new AssertionError("no INTERNALDATE of the last message of " + mailbox());
        }
        return OffsetDateTime.parse(date.group(1), DATE).toInstant();
    }

    void broken(IOException reason) {
        close();
    }

    void close() {
        ImapTalk old = talk;
        talk = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                ledger.answer("fermeture impossible");
            }
        }
    }
}
