package fr.sceau.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where an infrastructure keeps its authorities between two starts. */
final class PkiFolder {
    private final Path authorities;
    private final Path revoked;
    private final char[] password;

    PkiFolder(Path folder, char[] password) {
        this.authorities = folder.resolve("authorities.p12");
        this.revoked = folder.resolve("revoked.tsv");
        this.password = password.clone();
    }

    void write(Hierarchy hierarchy, RevocationLists lists) throws IOException {
        Map<String, Issued> entries = new LinkedHashMap<>();
        for (Authority authority : hierarchy.all()) {
            entries.put(authority.code(), new Issued(authority.key(), List.of(authority.certificate())));
        }
        Pkcs12File.write(authorities, password, entries);
        StringBuilder lines = new StringBuilder("authority\tserial\tat\n");
        lists.all().forEach(one -> lines.append(one.authority() + "\t" + one.serial() + "\t" + one.at() + "\n"));
        Files.writeString(revoked, lines);
    }

    Hierarchy hierarchy() throws IOException {
        return new Hierarchy(Pkcs12File.read(authorities, password).entrySet().stream()
                .map(entry -> authority(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Authority authority(String alias, Issued issued) {
        // PKCS#12 aliases come back in lower case
        return new Authority(alias.toUpperCase(Locale.ROOT), issued.key(), issued.certificate());
    }

    RevocationLists revocations() throws IOException {
        RevocationLists lists = new RevocationLists();
        List<String> lines = Files.readAllLines(revoked);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            lists.add(new RevocationLists.Revocation(cells[0], new BigInteger(cells[1]), Instant.parse(cells[2])));
        }
        return lists;
    }
}
