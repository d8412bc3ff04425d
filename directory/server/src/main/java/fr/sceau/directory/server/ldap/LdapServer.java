package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.ldap.Entrance.Kind;
import fr.sceau.directory.server.served.Present;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Listens for LDAP clients and answers from what is served at the moment. */
public final class LdapServer implements AutoCloseable {
    /** Room for the addresses of a hundred and more recipients. */
    public static final int MESSAGE_BYTES = 16 * 1024;

    private final List<LDAPListener> listeners = new ArrayList<>();

    private LdapServer() {}

    /** Starts to listen at all entrances. */
    public static LdapServer start(List<Entrance> entrances, Present present, Schema schema, Clock clock, Limits limits)
            throws IOException {
        Search search = new Search(present, schema, clock, limits);
        LdapServer server = new LdapServer();
        try {
            for (Entrance entrance : entrances) {
                LDAPListener listener = new LDAPListener(config(entrance, search, limits));
                listener.startListening();
                server.listeners.add(listener);
            }
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static LDAPListenerConfig config(Entrance entrance, Search search, Limits limits) {
        ReadOnlyHandler handler = new ReadOnlyHandler(search, new Door(entrance, limits));
        LDAPListenerConfig config = new LDAPListenerConfig(entrance.port(), handler);
        config.setListenAddress(entrance.address());
        config.setMaxMessageSizeBytes(MESSAGE_BYTES);
        if (entrance.kind() == Kind.TLS) {
            config.setServerSocketFactory(entrance.tls().orElseThrow().listening());
        }
        return config;
    }

    /** In the order of the entrances. */
    public List<Integer> ports() {
        return listeners.stream().map(LDAPListener::getListenPort).toList();
    }

    @Override
    public void close() {
        listeners.forEach(listener -> listener.shutDown(true));
    }
}
