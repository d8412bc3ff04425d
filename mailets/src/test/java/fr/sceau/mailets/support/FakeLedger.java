package fr.sceau.mailets.support;

import fr.sceau.mailets.submission.LedgerUnavailable;
import fr.sceau.mailets.submission.SubmissionLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A ledger in memory, which can be taken away. */
public final class FakeLedger implements SubmissionLedger {
    public boolean away;
    private final Set<List<String>> accepted = new HashSet<>();

    @Override
    public boolean accepted(String login, String messageId, String sha256) {
        present();
        return accepted.contains(List.of(login, messageId, sha256));
    }

    @Override
    public void record(String login, String messageId, String sha256, long octets) {
        present();
        accepted.add(List.of(login, messageId, sha256));
    }

    public int size() {
        return accepted.size();
    }

    private void present() {
        if (away) {
            throw new LedgerUnavailable(new IllegalStateException("database stopped"));
        }
    }
}
