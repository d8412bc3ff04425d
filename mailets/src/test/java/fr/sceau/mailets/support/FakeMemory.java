package fr.sceau.mailets.support;

import fr.sceau.mailets.outcome.DeliveryMemory;
import fr.sceau.mailets.outcome.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes down what it is told, one line each. */
public final class FakeMemory implements DeliveryMemory {
    public final List<String> told = new ArrayList<>();
    public final Set<String> submitted = new TreeSet<>();

    @Override
    public void tookOver(Collection<String> addresses) {
        addresses.forEach(address -> told.add("taken " + address));
    }

    @Override
    public void refused(String address, Failure failure) {
        told.add("refused " + address + " " + failure.code() + " " + failure.blame());
    }

    @Override
    public void cameBack(String address, Failure failure) {
        told.add("back " + address + " " + failure.code() + " " + failure.blame());
    }

    @Override
    public void arrived(String address, Set<String> formats) {
        told.add("arrived " + address + " " + new TreeSet<>(formats));
    }

    @Override
    public boolean wasSubmitted(String mailbox, String messageId) {
        return submitted.contains(mailbox + " " + messageId);
    }
}
