package fr.sceau.system.mail;

import fr.sceau.demo.world.Logins.Login;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in one of the demo's mailboxes. */
public final class Inbox {
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private final TestSceau sceau;
    private final Login login;

    private Inbox(TestSceau sceau, Login login) {
        this.sceau = sceau;
        this.login = login;
    }

    /** Through the login that the demo gave out for that mailbox. */
    public static Inbox of(TestSceau sceau, String address) {
        return new Inbox(sceau, sceau.logins().forMailbox(address));
    }

    /** Waits until the message is there and gives its bytes. */
    public byte[] await(String messageId) {
        Await.until("delivery of a letter to " + login.mailbox(), LONGEST_DELIVERY, () -> count(messageId) > 0);
        return all(messageId).get(0);
    }

    /** How many copies of the message are there. */
    public int count(String messageId) {
        return with(imap -> imap.search(byId(messageId)).size());
    }

    /** How many messages are there. */
    public int size() {
        return with(imap -> imap.search("ALL").size());
    }

    /** Every copy of the message. */
    public List<byte[]> all(String messageId) {
        return with(imap -> {
            List<byte[]> copies = new ArrayList<>();
            for (long uid : imap.search(byId(messageId))) {
                copies.add(imap.fetch(uid));
            }
            return copies;
        });
    }

    /** Message-IDs of all messages, each with the number of its copies. */
    public Map<String, Integer> copies() {
        return with(imap -> {
            Map<String, Integer> copies = new HashMap<>();
            for (byte[] header : imap.must("UID FETCH 1:* (BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")
                    .literals()) {
                copies.merge(id(header), 1, Integer::sum);
            }
            return copies;
        });
    }

    /** Waits for all of these and gives the whole mailbox by Message-ID. */
    public Map<String, byte[]> awaitAll(Collection<String> messageIds) {
        Await.until("delivery to " + login.mailbox(), LONGEST_DELIVERY, () -> copies().keySet()
                .containsAll(messageIds));
        return with(imap -> {
            Map<String, byte[]> messages = new HashMap<>();
            for (byte[] message : imap.must("UID FETCH 1:* (BODY.PEEK[])").literals()) {
                messages.put(id(message), message);
            }
            return messages;
        });
    }

    private static String id(byte[] message) {
        return String.join("", field(message, "Message-ID")).replaceAll("[<>]", "");
    }

    /** The last {@code count} messages, in the order of their arrival. */
    public List<byte[]> last(int count) {
        return with(imap -> {
            List<byte[]> messages = new ArrayList<>();
            List<Long> uids = imap.search("ALL");
            for (long uid : uids.subList(uids.size() - count, uids.size())) {
                messages.add(imap.fetch(uid));
            }
            return messages;
        });
    }

    /** The server's facts in the header of a message that it delivered. */
    public static MessageFacts facts(TestSceau sceau, byte[] message) {
        List<String> values = field(message, "Authentication-Results");
        String ours = sceau.installation().setting("authserv-id");
        return MessageFacts.parse(ours, values)
                .orElseThrow(() -> new AssertionError("no facts of ours in Authentication-Results"));
    }

    /** Unfolded values of a header field. */
    public static List<String> field(byte[] message, String name) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String header = (end < 0 ? text : text.substring(0, end)).replaceAll("\r\n[ \t]+", " ");
        return header.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    private static String byId(String messageId) {
        return "HEADER Message-ID \"" + messageId + "\"";
    }

    /** A session of its own with the inbox selected; the caller closes it. */
    public ImapTalk open() throws IOException {
        return ImapTalk.tls(sceau.port("imaps.port"), sceau.client()).inbox(login.login(), login.password());
    }

    /** Something asked of an open mailbox. */
    private interface Question<T> {
        T ask(ImapTalk imap) throws IOException;
    }

    private <T> T with(Question<T> question) {
        try (ImapTalk imap = open()) {
            return question.ask(imap);
        } catch (IOException e) {
            throw new UncheckedIOException("mailbox of " + login.mailbox(), e);
        }
    }
}
