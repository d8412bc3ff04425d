package fr.sceau.system.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A mailbox as a session reads it that never saw it before. */
record Snapshot(String name, long validity, long uidNext, long highest, SortedMap<Long, Message> messages) {

    /** Reads it all; contents that {@code before} has are not read again, unless {@code whole}. */
    static Snapshot read(ImapConnection eye, String name, Box before, boolean whole) throws IOException {
        Exchange opened = eye.must("EXAMINE " + name + " (CONDSTORE)");
        SortedMap<Long, Message> messages = new TreeMap<>();
        List<Long> wanted = new ArrayList<>();
        Exchange list = eye.must("UID FETCH 1:* (UID FLAGS INTERNALDATE MODSEQ)");
        long exists = opened.lines().stream()
                .filter(line -> line.counts("EXISTS"))
                .mapToInt(Line::number)
                .sum();
        for (Fetched line : list.fetched().map(Fetched::of).toList()) {
            long uid = line.uid().orElseThrow();
            Message known = before.messages().get(uid);
            String content = whole || known == null ? "" : known.content();
            if (content.isEmpty()) {
                wanted.add(uid);
            }
            long modSeq = line.modSeq().orElseThrow(() -> new Contradiction("FETCH without MODSEQ of " + uid));
            Message twin = messages.put(
                    uid, new Message(content, line.date(), line.flags().orElseThrow(), modSeq));
            check(twin == null, "UID " + uid + " twice in " + name);
            check(line.position() == messages.size(), "UIDs of " + name + " do not ascend at " + uid);
        }
        check(exists == messages.size(), name + ": EXISTS " + exists + " but " + messages.size() + " messages");
        contents(eye, wanted, messages);
        return new Snapshot(
                name, opened.number("UIDVALIDITY"), opened.number("UIDNEXT"), opened.number("HIGHESTMODSEQ"), messages);
    }

    private static void contents(ImapConnection eye, List<Long> wanted, SortedMap<Long, Message> messages)
            throws IOException {
        if (wanted.isEmpty()) {
            return;
        }
        Exchange bodies = eye.must("UID FETCH " + Uids.format(wanted) + " (UID RFC822.SIZE BODY.PEEK[])");
        for (Fetched body : bodies.fetched().map(Fetched::of).toList()) {
            long uid = body.uid().orElseThrow();
            String content = body.item("BODY[]").orElseThrow().toString();
            check(
                    body.item("RFC822.SIZE").orElse("").equals(String.valueOf(content.length())),
                    "RFC822.SIZE of " + uid + " is not the number of its octets");
            messages.computeIfPresent(
                    uid, (key, empty) -> new Message(content, empty.date(), empty.flags(), empty.modSeq()));
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new Contradiction(what);
        }
    }
}
