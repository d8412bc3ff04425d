package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import fr.sceau.bench.BenchException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a server said.
 *
 * @param names in normal form
 * @param repeated how many entries came more than once
 */
record Answer(ResultCode code, Set<String> names, int repeated) {
    Answer {
        names = Set.copyOf(names);
    }

    static Answer of(ResultCode code, List<SearchResultEntry> entries) {
        Set<String> names = entries.stream().map(entry -> normal(entry.getDN())).collect(Collectors.toSet());
        return new Answer(code, names, entries.size() - names.size());
    }

    /** The same for the same entries in whatever order. */
    static long fingerprint(ResultCode code, List<SearchResultEntry> entries) {
        long sum = code.intValue();
        for (SearchResultEntry entry : entries) {
            long hash = entry.getDN().hashCode() * 0x9E3779B97F4A7C15L;
            sum += hash ^ (hash >>> 32);
        }
        return sum;
    }

    static String normal(String dn) {
        try {
            return new DN(dn).toNormalizedString();
        } catch (LDAPException e) {
            throw new BenchException("nom d'entrée illisible : " + dn, e);
        }
    }

    /** As many as were asked for, and there are more. */
    boolean isCut() {
        return code.equals(ResultCode.SIZE_LIMIT_EXCEEDED);
    }

    boolean isRefusal() {
        return !isCut() && !code.equals(ResultCode.SUCCESS);
    }
}
