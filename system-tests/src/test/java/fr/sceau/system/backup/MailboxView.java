package fr.sceau.system.backup;

import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One folder as an IMAP client sees it.
 *
 * @param uidValidity of the folder
 * @param messages by UID
 */
public record MailboxView(String uidValidity, Map<Long, Seen> messages) {
    private static final Pattern VALIDITY = Pattern.compile("UIDVALIDITY (\\d+)");
    private static final Pattern UID = Pattern.compile("UID (\\d+)");
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
    private static final Pattern MODSEQ = Pattern.compile("MODSEQ \\((\\d+)\\)");

    /** A message: its flags (without \Recent, which is each session's own), its modseq, the digest of its octets. */
    public record Seen(List<String> flags, String modSeq, String sha256) {}

    /** Reads INBOX of a mailbox of the demo. */
    public static MailboxView of(TestSceau sceau, String address) throws IOException {
        Login login = sceau.logins().forMailbox(address);
        try (ImapTalk imap = ImapTalk.tls(sceau.port("imaps.port"), sceau.client())) {
            imap.must("LOGIN \"" + login.login() + "\" \"" + login.password() + "\"");
            String opened =
                    String.join("\n", imap.must("EXAMINE INBOX (CONDSTORE)").lines());
            Map<Long, Seen> messages = new HashMap<>();
            for (long uid : imap.search("ALL")) {
                String line = String.join(
                        " ",
                        imap.must("UID FETCH " + uid + " (UID FLAGS MODSEQ)").lines());
                messages.put(
                        Long.valueOf(first(UID, line)),
                        new Seen(flags(first(FLAGS, line)), first(MODSEQ, line), sha256(imap.fetch(uid))));
            }
            return new MailboxView(first(VALIDITY, opened), messages);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static List<String> flags(String text) {
        TreeSet<String> flags = new TreeSet<>(Arrays.asList(text.split(" ")));
        flags.removeAll(List.of("\\Recent", ""));
        return List.copyOf(flags);
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of Java", e);
        }
    }
}
