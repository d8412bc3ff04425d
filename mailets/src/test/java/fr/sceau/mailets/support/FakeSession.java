package fr.sceau.mailets.support;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.utils.BaseFakeSMTPSession;

/** One SMTP connection with as much memory as our hooks need. */
public final class FakeSession extends BaseFakeSMTPSession {
    private final Map<Object, Object> attachments = new HashMap<>();
    private final Optional<Username> username;
    private final boolean tls;
    private final Optional<X509Certificate> peer;
    private long size;

    private FakeSession(Optional<Username> username, boolean tls, Optional<X509Certificate> peer) {
        this.username = username;
        this.tls = tls;
        this.peer = peer;
    }

    public static FakeSession loggedIn(String login) {
        return new FakeSession(Optional.of(Username.of(login)), true, Optional.empty());
    }

    public static FakeSession anonymous() {
        return new FakeSession(Optional.empty(), true, Optional.empty());
    }

    public static FakeSession plain() {
        return new FakeSession(Optional.empty(), false, Optional.empty());
    }

    public static FakeSession peer(X509Certificate certificate) {
        return new FakeSession(Optional.empty(), true, Optional.of(certificate));
    }

    public FakeSession envelope(String sender, List<String> recipients) throws Exception {
        setAttachment(SMTPSession.SENDER, sender(sender), State.Transaction);
        List<MailAddress> addresses = new java.util.ArrayList<>();
        for (String recipient : recipients) {
            addresses.add(new MailAddress(recipient));
        }
        setAttachment(SMTPSession.RCPT_LIST, addresses, State.Transaction);
        return this;
    }

    public static MaybeSender sender(String address) throws Exception {
        return address.isEmpty() ? MaybeSender.nullSender() : MaybeSender.of(new MailAddress(address));
    }

    @Override
    @SuppressWarnings("NullAway") // James' own answer before AUTH is null
    public Username getUsername() {
        return username.orElse(null);
    }

    @Override
    public boolean isTLSStarted() {
        return tls;
    }

    @Override
    public Optional<SSLSession> getSSLSession() {
        return tls ? Optional.of(sslSession()) : Optional.empty();
    }

    private SSLSession sslSession() {
        return (SSLSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SSLSession.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getPeerCertificates")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (peer.isEmpty()) {
                        throw new SSLPeerUnverifiedException("none");
                    }
                    return new Certificate[] {peer.get()};
                });
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return InetSocketAddress.createUnresolved("client.example", 4_000);
    }

    @Override
    public long currentMessageSize() {
        return size;
    }

    @Override
    public void setCurrentMessageSize(long increment) {
        size = increment;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> setAttachment(AttachmentKey<T> key, T value, State state) {
        return Optional.ofNullable((T) attachments.put(key, value));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> getAttachment(AttachmentKey<T> key, State state) {
        return Optional.ofNullable((T) attachments.get(key));
    }
}
