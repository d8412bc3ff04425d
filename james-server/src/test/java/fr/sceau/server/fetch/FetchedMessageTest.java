package fr.sceau.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.content.Contents;
import fr.sceau.store.mailbox.JdbcMailboxMapper;
import fr.sceau.store.message.JdbcMessageMapper;
import fr.sceau.store.message.StoredMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.imap.api.message.SectionType;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.encode.FetchResponseEncoder;
import org.apache.james.imap.encode.ImapResponseWriter;
import org.apache.james.imap.encode.base.ImapResponseComposerImpl;
import org.apache.james.imap.message.Literal;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.processor.fetch.EnvelopeBuilder;
import org.apache.james.imap.processor.fetch.FetchResponseBuilder;
import org.apache.james.mailbox.NullableMessageSequenceNumber;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.MessageResultImpl;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetchedMessageTest {
    private static final String HEADER =
            "From: \"Martin, Anne\" <dr.martin@cabinet.test>\r\nTo: a@b.test, B <b@b.test>\r\n"
                    + "Subject: Compte \"rendu\"\r\nDate: Sat, 21 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@x>\r\n";
    private static final String TREE = HEADER + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
            + HEADER + "\r\nau dedans\r\n--b\r\nContent-Type: application/pdf; name=\"a b.pdf\"\r\n"
            + "Content-Disposition: attachment; filename=\"a b.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
            + "--b--\r\n";
    private static final String PLAIN = HEADER + "\r\nligne un\r\nligne deux\r\n";

    private final JdbcMailboxMapper mailboxes = new JdbcMailboxMapper(TestPostgres.fresh());
    private final JdbcMessageMapper messages = new JdbcMessageMapper(TestPostgres.fresh(), Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, TREE})
    void every_item_is_told_as_james_tells_it(String text) throws Exception {
        StoredMessage message = stored(text.getBytes(StandardCharsets.US_ASCII));
        for (Item item : List.of(
                Item.UID,
                Item.FLAGS,
                Item.INTERNAL_DATE,
                Item.SIZE,
                Item.ENVELOPE,
                Item.BODY,
                Item.BODY_STRUCTURE,
                Item.MODSEQ,
                Item.EMAILID,
                Item.THREADID,
                Item.SAVEDATE)) {
            FetchData wanted = FetchData.builder().fetch(item).build();
            assertThat(plain(ours(message, wanted))).as(item.name()).isEqualTo(plain(theirs(message, wanted)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, TREE})
    void every_section_is_told_as_james_tells_it(String text) throws Exception {
        StoredMessage message = stored(text.getBytes(StandardCharsets.US_ASCII));
        for (BodyFetchElement element : List.of(
                section("BODY[]", SectionType.CONTENT),
                section("BODY[TEXT]", SectionType.TEXT),
                section("BODY[HEADER]", SectionType.HEADER),
                section("BODY[HEADER.FIELDS (FROM X-NONE SUBJECT)]", SectionType.HEADER_FIELDS),
                section("BODY[HEADER.FIELDS.NOT (FROM X-NONE SUBJECT)]", SectionType.HEADER_NOT_FIELDS),
                part("BODY[]", SectionType.CONTENT, 0, 10),
                part("BODY[]", SectionType.CONTENT, 100, 100_000),
                part("BODY[]", SectionType.CONTENT, 230, 30),
                part("BODY[TEXT]", SectionType.TEXT, 5, 8),
                part("BODY[TEXT]", SectionType.TEXT, 50_000, 8))) {
            FetchData wanted = FetchData.builder().add(element, true).build();
            assertThat(ours(message, wanted)).isEqualTo(theirs(message, wanted));
        }
    }

    @Test
    void a_big_body_comes_whole_and_in_any_piece() throws Exception {
        StringBuilder text = new StringBuilder("Subject: grand\r\n\r\n");
        while (text.length() < 3 * BodyWords.BIG) {
            text.append("ligne ").append(text.length()).append("\r\n");
        }
        StoredMessage message = stored(text.toString().getBytes(StandardCharsets.US_ASCII));
        FetchData all = FetchData.builder()
                .add(section("BODY[]", SectionType.CONTENT), true)
                .build();
        assertThat(ours(message, all)).isEqualTo("* 7 FETCH (BODY[] {" + text.length() + "}\r\n" + text + ")\r\n");
        BodyFetchElement piece = part("BODY[]", SectionType.CONTENT, 2_000_000, 1000);
        assertThat(ours(message, FetchData.builder().add(piece, true).build()))
                .isEqualTo("* 7 FETCH (BODY[]<2000000> {1000}\r\n" + text.substring(2_000_000, 2_001_000) + ")\r\n");
    }

    @Test
    void what_a_header_says_cannot_break_the_line() throws Exception {
        StoredMessage message = stored("Subject: a\u0001b\rc\u00e9\\\"\r\n\r\nx".getBytes(StandardCharsets.ISO_8859_1));
        FetchData wanted = FetchData.builder().fetch(Item.ENVELOPE).build();
        assertThat(ours(message, wanted))
                .isEqualTo("* 7 FETCH (ENVELOPE (NIL \"a b c?\\\\\\\"\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n");
    }

    private static BodyFetchElement section(String name, SectionType type) {
        return new BodyFetchElement(name, type, new int[0], List.of("FROM", "X-NONE", "SUBJECT"), null, null);
    }

    private static BodyFetchElement part(String name, SectionType type, long first, long count) {
        return new BodyFetchElement(name, type, new int[0], List.of(), first, count);
    }

    private StoredMessage stored(byte[] octets) throws Exception {
        Mailbox box = mailboxes
                .create(MailboxPath.inbox(Username.of("dr.martin@cabinet.test")), UidValidity.of(1))
                .blockOptional()
                .orElseThrow();
        ContentId id = new ContentId(Contents.newId());
        int header = new String(octets, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        messages.add(
                box,
                new SimpleMailboxMessage(
                        id,
                        ThreadId.fromBaseMessageId(id),
                        new Date(1_800_000_000_000L),
                        octets.length,
                        header,
                        new ByteContent(octets),
                        new Flags(Flags.Flag.ANSWERED),
                        properties(new String(octets, StandardCharsets.ISO_8859_1)),
                        box.getMailboxId()));
        return (StoredMessage) messages.findInMailbox(box, MessageRange.all(), FetchType.HEADERS, 1)
                .next();
    }

    /** What James establishes when a message is appended. */
    private static Properties properties(String text) {
        PropertyBuilder properties = new PropertyBuilder();
        boolean tree = text.contains("multipart/mixed");
        properties.setMediaType(tree ? "multipart" : "text");
        properties.setSubType(tree ? "mixed" : "plain");
        if (!tree) {
            properties.setCharset("us-ascii");
            properties.setContentTransferEncoding("7bit");
            properties.setTextualLineCount(2L);
        }
        return properties.build();
    }

    private static String ours(StoredMessage message, FetchData wanted) throws IOException {
        Written written = new Written();
        ImapResponseComposerImpl composer = new ImapResponseComposerImpl(written);
        written.flush = composer::flush;
        new FetchedMessageEncoder()
                .encode(
                        FetchWords.of(new FetchWords.Shown(
                                7, message, wanted, message.createFlags(), message.getModSeq(), Set.of())),
                        composer);
        composer.flush();
        return written.text();
    }

    private static String theirs(StoredMessage message, FetchData wanted) throws Exception {
        SelectedMailbox selected = (SelectedMailbox) Proxy.newProxyInstance(
                FetchedMessageTest.class.getClassLoader(),
                new Class<?>[] {SelectedMailbox.class},
                (proxy, method, parameters) ->
                        method.getName().equals("msn") ? NullableMessageSequenceNumber.of(7) : (Object) Boolean.FALSE);
        FetchResponse response = new FetchResponseBuilder(new EnvelopeBuilder())
                .build(wanted, new MessageResultImpl(message), null, selected, null)
                .blockOptional()
                .orElseThrow();
        Written written = new Written();
        ImapResponseComposerImpl composer = new ImapResponseComposerImpl(written);
        written.flush = composer::flush;
        new FetchResponseEncoder().encode(response, composer);
        composer.flush();
        return written.text();
    }

    /** Spaces between parentheses are free, and James asks MIME4J for the default charset of a message without one. */
    private static String plain(String response) {
        return response.replace(") (", ")(").replaceAll("(?i)\"us-ascii\"", "\"us-ascii\"");
    }

    private static final class Written implements ImapResponseWriter {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private Flush flush = () -> {};

        @Override
        public void write(byte[] buffer) {
            out.writeBytes(buffer);
        }

        @Override
        public void write(Literal literal) throws IOException {
            flush.run();
            out.writeBytes(literal.getInputStream().readAllBytes());
        }

        String text() {
            return out.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private interface Flush {
        void run() throws IOException;
    }
}
