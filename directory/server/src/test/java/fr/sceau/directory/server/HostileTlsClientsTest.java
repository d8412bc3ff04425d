package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.ldap.Limits.Rate;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who begins TLS badly, never, or does not listen under it costs little, and others are served. */
final class HostileTlsClientsTest {
    private static final String BASE = "o=annuaire-sante";
    private static final int CONNECTIONS = 20;
    private static final Limits LIMITS =
            new Limits(100, 1_000, 5_000, Duration.ofSeconds(2), 2, CONNECTIONS, new Rate(1_000, 1_000, 10));

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        directory = TlsWorld.start(folder, LIMITS);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static void assertServed(LDAPConnection client) throws Exception {
        assertThat(client.search(BASE, SearchScope.SUB, "(mail=c7@exemple.mssante.test)")
                        .getEntryCount())
                .isEqualTo(1);
    }

    /** What somebody in between puts behind the request must not pass for what was said under TLS. */
    @Test
    void what_follows_start_tls_in_clear_is_not_answered() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", directory.port(TlsWorld.START_TLS))) {
            byte[] both = concatenated(startTls(), NestedFilter.request(BASE, NestedFilter.AND, 1));
            socket.getOutputStream().write(both);
            socket.setSoTimeout(5_000);
            assertThat(socket.getInputStream().read()).isEqualTo(0x30);
            int length = socket.getInputStream().read();
            socket.getInputStream().readNBytes(length);
            try (SSLSocket tls = (SSLSocket) TlsWorld.trusting()
                    .createSSLSocketFactory()
                    .createSocket(socket, "127.0.0.1", directory.port(TlsWorld.START_TLS), true)) {
                tls.startHandshake();
                tls.setSoTimeout(300);
                assertThatThrownBy(() -> tls.getInputStream().read())
                        .isInstanceOf(java.net.SocketTimeoutException.class);
            }
        }
    }

    private static byte[] startTls() {
        byte[] name = StartTLSExtendedRequest.STARTTLS_REQUEST_OID.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] head = {
            0x30, (byte) (name.length + 7), 2, 1, 1, 0x77, (byte) (name.length + 2), (byte) 0x80, (byte) name.length
        };
        return concatenated(head, name);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void who_never_begins_to_speak_tls_keeps_nobody_out() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * CONNECTIONS; i++) {
                silent.add(new Socket("127.0.0.1", directory.port(TlsWorld.LDAPS)));
            }
            try (LDAPConnection client = TlsWorld.connect(directory)) {
                assertServed(client);
            }
            assertServed(directory.connection);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    /** They ask much more than fits into what lies between them and us, and read nothing. */
    @Test
    void who_does_not_read_under_tls_keeps_nobody_out() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                deaf.add(askingAndNotReading());
            }
            for (int i = 0; i < 2 * CONNECTIONS; i++) {
                deaf.add(new Socket("127.0.0.1", directory.port(TlsWorld.LDAPS)));
            }
            try (LDAPConnection client = TlsWorld.connect(directory)) {
                assertServed(client);
            }
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    private static Socket askingAndNotReading() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", directory.port(TlsWorld.LDAPS)));
        Socket tls = TlsWorld.trusting()
                .createSSLSocketFactory()
                .createSocket(socket, "127.0.0.1", directory.port(TlsWorld.LDAPS), true);
        ByteArrayOutputStream questions = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            questions.writeBytes(NestedFilter.request("ou=boites," + BASE, NestedFilter.AND, 1));
        }
        tls.getOutputStream().write(questions.toByteArray());
        return socket;
    }
}
