package fr.sceau.directory.server.ldap;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where clients come in.
 *
 * @param port 0 for any free one
 * @param tls what is spoken, or may be
 */
public record Entrance(InetAddress address, int port, Kind kind, Optional<Tls> tls) {
    /** Who comes in there, and how. */
    public enum Kind {
        /** programs of this machine: in clear, or with StartTLS where there is a key */
        LOCAL,
        /** anybody: nothing but the root is told before StartTLS */
        STARTTLS,
        /** anybody: TLS from the first octet */
        TLS
    }

    /** In clear nothing leaves the machine. */
    public Entrance {
        if (kind == Kind.LOCAL && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("in clear on the loopback only");
        }
        if (kind != Kind.LOCAL && tls.isEmpty()) {
            throw new IllegalArgumentException("a key for TLS is missing");
        }
    }

    /** On 127.0.0.1. */
    public static Entrance local(int port, Optional<Tls> tls) {
        return new Entrance(loopback(), port, Kind.LOCAL, tls);
    }

    public static Entrance startTls(InetAddress address, int port, Tls tls) {
        return new Entrance(address, port, Kind.STARTTLS, Optional.of(tls));
    }

    public static Entrance tls(InetAddress address, int port, Tls tls) {
        return new Entrance(address, port, Kind.TLS, Optional.of(tls));
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of four octets is one", e);
        }
    }

    boolean isForAnybody() {
        return kind != Kind.LOCAL;
    }

    boolean offersStartTls() {
        return kind != Kind.TLS && tls.isPresent();
    }
}
