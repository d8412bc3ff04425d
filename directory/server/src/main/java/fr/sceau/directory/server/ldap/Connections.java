package fr.sceau.directory.server.ldap;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open connections, so many at most: a new one takes the place of the one that has asked nothing for longest. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final int most;
    private final Map<Long, Socket> byLastQuestion = new LinkedHashMap<>(16, 0.75f, true);

    Connections(int most) {
        this.most = most;
    }

    synchronized void opened(long connection, Socket socket) {
        if (byLastQuestion.size() >= most) {
            long silent = byLastQuestion.keySet().iterator().next();
            cut(byLastQuestion.remove(silent));
        }
        byLastQuestion.put(connection, socket);
    }

    /** It goes to the end of the row. */
    synchronized void asks(long connection) {
        byLastQuestion.get(connection);
    }

    synchronized void closed(long connection) {
        byLastQuestion.remove(connection);
    }

    /** The socket itself: its thread may be waiting for somebody who does not read, with the connection locked. */
    private static void cut(Socket socket) {
        try {
            if (socket instanceof SSLSocket) {
                socket.setSoLinger(true, 0); // else it waits for its turn to say that it closes
            }
            socket.close();
        } catch (IOException e) {
            LOG.warn("a connection could not be closed", e);
        }
    }
}
