package fr.sceau.directory.server.served;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.entries.Nation;
import fr.sceau.directory.server.index.Reading;
import java.util.Map;
import java.util.Optional;

/** The country of an index. */
final class IndexedNation implements Nation {
    private final Reading country;
    private final Optional<String> activityFile;
    private final Optional<String> mailboxFile;

    IndexedNation(Reading country) {
        this.country = country;
        Map<String, String> sources = country.version().sources();
        this.activityFile = Optional.ofNullable(sources.get("activities")) // as the import names them
                .or(() -> Optional.ofNullable(sources.get("connected")));
        this.mailboxFile = Optional.ofNullable(sources.get("mailboxes"));
    }

    @Override
    public Optional<Entry> find(DN name) {
        return country.find(name);
    }

    @Override
    public Optional<String> activityFile() {
        return activityFile;
    }

    @Override
    public Optional<String> mailboxFile() {
        return mailboxFile;
    }
}
