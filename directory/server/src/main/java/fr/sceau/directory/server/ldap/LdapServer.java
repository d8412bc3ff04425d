package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.served.Present;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;

/** Listens for LDAP clients and answers from what is served at the moment. */
public final class LdapServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    /** Room for the addresses of a hundred and more recipients. */
    private static final int MESSAGE_BYTES = 16 * 1024;

    private final LDAPListener listener;

    private LdapServer(LDAPListener listener) {
        this.listener = listener;
    }

    /**
     * Starts to listen on the loopback: there is no TLS here.
     *
     * @param port 0 for any free one
     */
    public static LdapServer start(int port, Present present, Schema schema, Clock clock, Limits limits)
            throws IOException {
        Search search = new Search(present, schema, clock, limits);
        LDAPListenerConfig config =
                new LDAPListenerConfig(port, new ReadOnlyHandler(search, new Connections(limits.connections())));
        config.setListenAddress(InetAddress.getByAddress(LOOPBACK));
        config.setMaxMessageSizeBytes(MESSAGE_BYTES);
        LDAPListener listener = new LDAPListener(config);
        listener.startListening();
        return new LdapServer(listener);
    }

    public int port() {
        return listener.getListenPort();
    }

    @Override
    public void close() {
        listener.shutDown(true);
    }
}
