package fr.sceau.directory.server.certificates;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the operator offers for publication, and what the installation's authorities make of it.
 *
 * @param files of the house's own mailboxes
 * @param bindings of correspondents
 * @param unreadable names of files that are neither
 * @param verdicts why a certificate is refused, or nothing; of each that was judged
 */
public record Offered(
        List<CertificateFile> files,
        List<Binding> bindings,
        List<String> unreadable,
        Map<X509Certificate, Optional<Refusal>> verdicts) {
    public Offered {
        files = List.copyOf(files);
        bindings = List.copyOf(bindings);
        unreadable = List.copyOf(unreadable);
        verdicts = Map.copyOf(verdicts);
    }

    /** What was not judged is refused. */
    public Optional<Refusal> refusal(X509Certificate certificate) {
        return verdicts.getOrDefault(certificate, Optional.of(Refusal.NOT_CHECKED));
    }

    /** Without those of some mailboxes. */
    public Offered without(Predicate<String> addresses) {
        return new Offered(
                files.stream().filter(file -> file.address(addresses).isEmpty()).toList(),
                bindings.stream()
                        .filter(binding -> !addresses.test(binding.address()))
                        .toList(),
                unreadable,
                verdicts);
    }
}
