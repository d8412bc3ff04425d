package fr.sceau.agent.mail;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads the reports in the laboratory's own inbox; marks, moves and deletes nothing there. */
public final class ReceiptBox implements AutoCloseable {
    private final ServerAccess server;
    private final Session session;
    private @Nullable Store store;
    private long nextUid = 1;

    public ReceiptBox(ServerAccess server, ServerTrust trust) {
        this.server = server;
        this.session = Session.getInstance(properties(server, trust));
    }

    /** Reports that arrived since the last call; nothing when the service does not answer now. */
    public List<Receipt> fresh() throws AgentException {
        try {
            return read(connected());
        } catch (MessagingException | IOException e) {
            if (ReplyReader.isCertificateRefusal(e)) {
                throw new AgentException(ExitCode.UNFINISHED, "accusés : certificat du serveur refusé", e);
            }
            close();
            return List.of();
        }
    }

    private List<Receipt> read(Store open) throws MessagingException, IOException {
        List<Receipt> receipts = new ArrayList<>();
        try (Folder inbox = open.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            UIDFolder uids = (UIDFolder) inbox;
            Message[] messages = uids.getMessagesByUID(nextUid, UIDFolder.LASTUID);
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.CONTENT_INFO);
            profile.add(UIDFolder.FetchProfileItem.UID);
            inbox.fetch(messages, profile);
            for (Message message : messages) {
                if (uids.getUID(message) >= nextUid) { // RFC 9051 9: n:* always names the last message
                    ReportReader.read(message).ifPresent(receipts::add);
                    nextUid = uids.getUID(message) + 1;
                }
            }
        }
        return receipts;
    }

    private Store connected() throws MessagingException {
        Store open = store;
        if (open != null && open.isConnected()) {
            return open;
        }
        Store fresh = session.getStore("imap");
        fresh.connect(
                server.host(), server.port(), server.login(), server.password().reveal());
        store = fresh;
        return fresh;
    }

    private static Properties properties(ServerAccess server, ServerTrust trust) {
        Properties properties = new Properties();
        boolean starttls = server.tls() == TlsMode.STARTTLS;
        properties.put("mail.imap.starttls.enable", String.valueOf(starttls));
        properties.put("mail.imap.starttls.required", String.valueOf(starttls));
        properties.put("mail.imap.ssl.enable", String.valueOf(!starttls));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.imap.ssl.socketFactory", trust.sockets());
        properties.put("mail.imap.ssl.socketFactory.fallback", "false");
        properties.put("mail.imap.connectiontimeout", "10000");
        properties.put("mail.imap.timeout", "60000");
        properties.put("mail.imap.peek", "true"); // reading a report does not mark it as seen
        return properties;
    }

    @Override
    public void close() {
        Store open = store;
        store = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (MessagingException e) {
            // nothing was changed there, so nothing can be lost by how the connection ends
        }
    }
}
