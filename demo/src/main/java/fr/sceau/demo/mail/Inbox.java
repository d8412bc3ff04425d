package fr.sceau.demo.mail;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Logins.Login;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One inbox over IMAP with implicit TLS, opened for reading only. */
public final class Inbox implements AutoCloseable {
    private static final String TIMEOUT = "30000";

    private final Store store;

    /** One message as the server describes it. */
    public interface Reader<T> {
        /** Reads headers and flags; the body is not fetched. */
        T read(Message message) throws MessagingException;
    }

    public Inbox(Installation installation, Login login) {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", Tls.anonymous(installation));
        properties.put("mail.imaps.ssl.checkserveridentity", "true");
        properties.put("mail.imaps.connectiontimeout", TIMEOUT);
        properties.put("mail.imaps.timeout", TIMEOUT);
        try {
            this.store = Session.getInstance(properties).getStore("imaps");
            store.connect(installation.connectHost(), installation.port("imaps.port"), login.login(), login.password());
        } catch (MessagingException e) {
            throw new DemoException("boîte de " + login.login() + " inaccessible", e);
        }
    }

    /** How many messages there are. */
    public int count() {
        return inFolder(Folder::getMessageCount);
    }

    /** All messages, in the order in which their senders dated them. */
    public <T> List<T> read(Reader<T> reader) {
        return inFolder(folder -> {
            Message[] messages = folder.getMessages();
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.ENVELOPE);
            profile.add(FetchProfile.Item.FLAGS);
            profile.add(IMAPFolder.FetchProfileItem.HEADERS);
            folder.fetch(messages, profile);
            SortedMap<Instant, List<T>> byDate = new TreeMap<>();
            for (Message message : messages) {
                byDate.computeIfAbsent(dated(message), date -> new ArrayList<>())
                        .add(reader.read(message));
            }
            return byDate.values().stream().flatMap(List::stream).toList();
        });
    }

    private static Instant dated(Message message) throws MessagingException {
        Date sent = message.getSentDate();
        return sent == null ? Instant.EPOCH : sent.toInstant();
    }

    private interface Work<T> {
        T in(Folder folder) throws MessagingException;
    }

    private <T> T inFolder(Work<T> work) {
        try {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            try {
                return work.in(folder);
            } finally {
                folder.close(false);
            }
        } catch (MessagingException e) {
            throw new DemoException("lecture de la boîte interrompue", e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            System.err.println("demo : fin de connexion IMAP irrégulière");
        }
    }
}
