package fr.sceau.directory.server.ldap;

import fr.sceau.directory.server.ldap.Limits.Rate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many searches each address has left: so many at once, and so many more each second. Of more addresses than are remembered
 * the one that has asked nothing for longest begins anew. Safe for many threads.
 */
final class Rates {
    private static final int NETWORK_OCTETS = 8; // RFC 4291 2.5.4: one site has all addresses of a /64

    private final Rate rate;
    private final LongSupplier nanos;
    private final Map<ByteBuffer, Left> byAddress;

    Rates(Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.byAddress = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Left> eldest) {
                return size() > rate.addresses();
            }
        };
    }

    private record Left(double searches, long at) {}

    /** Takes one search of an address, if it has one left. */
    synchronized boolean take(InetAddress address) {
        long now = nanos.getAsLong();
        ByteBuffer key = key(address);
        Left before = byAddress.getOrDefault(key, new Left(rate.atOnce(), now));
        double come = (now - before.at()) * (double) rate.perSecond() / TimeUnit.SECONDS.toNanos(1);
        double left = Math.min(rate.atOnce(), before.searches() + come);
        boolean taken = left >= 1;
        byAddress.put(key, new Left(taken ? left - 1 : left, now));
        return taken;
    }

    synchronized int remembered() {
        return byAddress.size();
    }

    private static ByteBuffer key(InetAddress address) {
        byte[] octets = address.getAddress();
        return ByteBuffer.wrap(octets, 0, address instanceof Inet6Address ? NETWORK_OCTETS : octets.length);
    }
}
