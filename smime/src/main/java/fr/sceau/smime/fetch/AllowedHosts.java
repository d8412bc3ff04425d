package fr.sceau.smime.fetch;

import fr.sceau.smime.trust.FetchedLists;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that may be asked. Addresses come out of certificates, so that whoever gets one signed could otherwise send us
 * anywhere inside our own network.
 */
public final class AllowedHosts {
    private final Set<String> hosts;

    /** @param hosts {@code host} for the usual ports, {@code host:port} for another */
    public AllowedHosts(Collection<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** HTTP without TLS will do: what comes is signed. RFC 5280 section 8 */
    boolean permit(URI address) {
        @Nullable String scheme = address.getScheme();
        @Nullable String host = address.getHost();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!web || host == null || address.getRawUserInfo() != null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return address.toString().length() <= FetchedLists.LONGEST_ADDRESS
                && hosts.contains(address.getPort() < 0 ? name : name + ":" + address.getPort());
    }

    public boolean isEmpty() {
        return hosts.isEmpty();
    }
}
