package fr.sceau.mailets.support;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.directory.client.MailboxEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A directory in memory; taken away, it answers as the real client does when nothing listens. */
public final class FakeDirectory implements Directory {
    private static final int NOBODY_LISTENS = 1;

    public boolean away;
    private final Map<String, MailboxEntry> entries = new HashMap<>();

    public void add(MailboxEntry entry) {
        entries.put(entry.address(), entry);
    }

    @Override
    public Optional<MailboxEntry> byMail(String address) throws DirectoryException {
        if (away) {
            try (LdapDirectory dead = new LdapDirectory("127.0.0.1", NOBODY_LISTENS)) {
                return dead.byMail(address);
            }
        }
        return Optional.ofNullable(entries.get(address.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<MailboxEntry> byRpps(String rpps) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MailboxEntry> search(String words, int limit) {
        throw new UnsupportedOperationException();
    }
}
