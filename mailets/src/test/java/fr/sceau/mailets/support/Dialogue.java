package fr.sceau.mailets.support;

import fr.sceau.mailets.smtp.AcceptHook;
import fr.sceau.mailets.smtp.ClientBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode.Action;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;

/** The end of DATA as James drives it: bytes through our line filter, then our hooks in order. */
public final class Dialogue {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final MemoryMailQueueFactory queues = new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
    private final ClientBytes bytes;
    private final List<JamesMessageHook> hooks = new ArrayList<>();

    public Dialogue(World world, JamesMessageHook content) {
        this.bytes = new ClientBytes(world.configuration, world.refuser);
        hooks.add(bytes);
        hooks.add(content);
        hooks.add(new AcceptHook(queues, world.ledger, world.accounts, world.trace, world.refuser));
    }

    /** What the client reads: reply code and text. */
    public String data(FakeSession session, byte[] message) throws Exception {
        HookResult result = run(session, message);
        return result.getSmtpRetCode() + " " + result.getSmtpDescription();
    }

    public long queued() throws Exception {
        return queues.createQueue(MailQueueFactory.SPOOL).getSize();
    }

    /** The one queued mail. */
    public Mail mail() {
        return queues.createQueue(MailQueueFactory.SPOOL).browse().next().getMail();
    }

    private HookResult run(FakeSession session, byte[] message) throws Exception {
        session.setCurrentMessageSize(0);
        MailImpl mail = mail(session, received(session, message));
        try {
            return answer(session, mail);
        } finally {
            mail.dispose();
        }
    }

    private HookResult answer(FakeSession session, Mail mail) {
        for (JamesMessageHook hook : hooks) {
            HookResult result = hook.onMessage(session, mail);
            if (result.getResult().getAction() != Action.DECLINED) {
                return result;
            }
        }
        throw new AssertionError("no hook answered");
    }

    private byte[] received(FakeSession session, byte[] message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : wireLines(message)) {
            bytes.onLine(session, line.getBytes(StandardCharsets.ISO_8859_1), (at, passed) -> {
                int stuffed = passed.length > 3 && passed[0] == '.' && passed[1] == '.' ? 1 : 0;
                if (passed.length != 3 || passed[0] != '.') {
                    out.write(passed, stuffed, passed.length - stuffed);
                }
                return null;
            });
        }
        return out.toByteArray();
    }

    /** As a client puts it on the wire: every line ended, dots stuffed, a final dot. */
    private static List<String> wireLines(byte[] message) {
        List<String> lines = new ArrayList<>();
        for (String line : Mails.text(message).replaceFirst("\r\n$", "").split("\r\n", -1)) {
            lines.add((line.startsWith(".") ? "." : "") + line + "\r\n");
        }
        lines.add(".\r\n");
        return lines;
    }

    private static MailImpl mail(FakeSession session, byte[] message) throws Exception {
        String name = "mail-" + NAMES.incrementAndGet();
        MailImpl mail = MailImpl.builder()
                .name(name)
                .sender(session.getAttachment(SMTPSession.SENDER, State.Transaction)
                        .orElseThrow())
                .addRecipients(session.getAttachment(SMTPSession.RCPT_LIST, State.Transaction)
                        .orElseThrow())
                .build();
        mail.setMessageContent(MimeMessageInputStreamSource.create(name, new ByteArrayInputStream(message)));
        return mail;
    }
}
