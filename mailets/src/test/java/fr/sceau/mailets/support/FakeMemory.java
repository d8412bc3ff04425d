package fr.sceau.mailets.support;

import fr.sceau.mailets.outcome.DeliveryMemory;
import fr.sceau.mailets.outcome.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Writes down what it is told, one line each. */
public final class FakeMemory implements DeliveryMemory {
    /** Of each mail that was submitted. */
    private static final long OCTETS = 5_000;

    public final List<String> told = new ArrayList<>();
    public final Set<String> submitted = new TreeSet<>();

    @Override
    public void tookOver(Collection<String> addresses, long octets) {
        addresses.forEach(address -> told.add("taken " + address + " " + octets));
    }

    @Override
    public void refused(String address, Failure failure, long octets) {
        told.add("refused " + address + " " + failure.code() + " " + failure.blame() + " " + octets);
    }

    @Override
    public void cameBack(String address, Failure failure, long octets) {
        told.add("back " + address + " " + failure.code() + " " + failure.blame() + " " + octets);
    }

    @Override
    public void arrived(String address, Set<String> formats, long octets) {
        told.add("arrived " + address + " " + new TreeSet<>(formats) + " " + octets);
    }

    @Override
    public OptionalLong submitted(String mailbox, String messageId) {
        return submitted.contains(mailbox + " " + messageId) ? OptionalLong.of(OCTETS) : OptionalLong.empty();
    }
}
