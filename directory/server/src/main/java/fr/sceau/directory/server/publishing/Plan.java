package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.publishing.Publication.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The difference between what the operator's table says and what was accepted. Used by one thread. */
final class Plan {
    private static final String OTHER_TYPE = "une boîte publiée ne change pas de type (%s, et non %s) : ôtez sa ligne, "
            .concat("attendez que son retrait soit accepté, puis remettez-la");
    /** More deletions at once than this, and than a tenth of all, are looked at by the operator first. */
    private static final int FEW = 3;

    private static final int TENTH = 10;

    private final House house;
    private final Ledger ledger;
    private final Map<Key, Publication> published;
    private final Set<String> retyped;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> news = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();

    private Plan(House house, Ledger ledger) {
        this.house = house;
        this.ledger = ledger;
        this.published = ledger.published();
        this.retyped = published.values().stream()
                .filter(one -> !house.redListed().contains(one.address()))
                .filter(one -> house.type(one.address())
                        .filter(type -> !type.equals(one.type()))
                        .isPresent())
                .map(Publication::address)
                .collect(Collectors.toSet());
    }

    static Plan of(House house, Ledger ledger) {
        Plan plan = new Plan(house, ledger);
        plan.stay();
        plan.deletions();
        plan.others();
        plan.tasks.sort(Comparator.comparingInt(plan::failures)); // the others first: stable
        plan.standings.sort(Comparator.comparing(Standing::address));
        return plan;
    }

    private int failures(Task task) {
        return account(task).failures();
    }

    private Account account(Task task) {
        return ledger.account(task.publication().key());
    }

    /** What nothing is asked for. */
    private void stay() {
        house.redListed().stream()
                .filter(red ->
                        ledger.known().stream().noneMatch(one -> one.address().equals(red)))
                .forEach(red -> standings.add(Standing.red(red)));
        house.obstacles().forEach((address, why) -> {
            if (!retyped.contains(address)) {
                standings.add(Standing.unpublishable(address, why));
            }
        });
        published.values().stream()
                .filter(one -> retyped.contains(one.address()))
                .forEach(one -> standings.add(Standing.unpublishable(
                        one.address(),
                        OTHER_TYPE.formatted(
                                one.type(), house.type(one.address()).orElseThrow()))));
    }

    /** Those of the red list first: each minute that they stay is one too many. */
    private void deletions() {
        List<Publication> known = ledger.known();
        List<Task> gone = known.stream()
                .filter(one -> !house.wanted().containsKey(one.key()) && !isLeftAlone(one.address()))
                .map(one -> new Task(Operation.DELETE, one))
                .sorted(Comparator.comparing(
                        task -> !house.redListed().contains(task.publication().address())))
                .toList();
        long unnamed = gone.stream().filter(this::isUnnamed).count();
        boolean many = unnamed > FEW && unnamed * TENTH > known.size();
        for (Task task : gone) {
            Optional<String> doubt = isUnnamed(task) ? doubt(many) : Optional.empty();
            if (doubt.isPresent() && !isConfirmed(task)) {
                notice(task);
                standings.add(Standing.held(task, account(task), doubt.get()));
            } else {
                put(task);
            }
        }
    }

    private boolean isLeftAlone(String address) {
        return retyped.contains(address) || house.obstacles().containsKey(address);
    }

    private boolean isUnnamed(Task task) {
        return !house.names(task.publication().address());
    }

    private Optional<String> doubt(boolean many) {
        if (!house.unread().isEmpty()) {
            return Optional.of("sa ligne n'est plus là, mais d'autres sont incomprises");
        }
        return many ? Optional.of("beaucoup de boîtes ôtées à la fois") : Optional.empty();
    }

    private boolean isConfirmed(Task task) {
        return account(task)
                .queued(task)
                .filter(noticed -> !noticed.isAfter(ledger.confirmed()))
                .isPresent();
    }

    private void others() {
        for (Publication one : house.wanted().values()) {
            Publication before = published.get(one.key());
            if (retyped.contains(one.address())) {
                continue; // told already
            }
            Account account = ledger.account(one.key());
            if (one.equals(before) && account.unsettled().isEmpty()) {
                account.accepted().map(Standing::published).ifPresent(standings::add);
            } else if (!isStillElsewhere(one)) {
                put(request(one, before, account));
            }
        }
    }

    /** Where something else was asked and it is not known what became of it, a creation is right whatever is there. */
    private static Task request(Publication wanted, @Nullable Publication before, Account account) {
        Task change = new Task(Operation.MODIFY, wanted);
        boolean sure = before != null
                && !wanted.equals(before)
                && account.unsettled().filter(asked -> !asked.equals(change)).isEmpty();
        return sure ? change : new Task(Operation.CREATE, wanted);
    }

    /** An address that passes from one bearer to another is first taken from the one. */
    private boolean isStillElsewhere(Publication wanted) {
        return published.values().stream()
                .anyMatch(one -> one.address().equals(wanted.address())
                        && !house.wanted().containsKey(one.key()));
    }

    private void put(Task task) {
        Optional<Event> refused = account(task).refused(task);
        if (refused.isPresent()) {
            standings.add(Standing.refused(task, refused.get()));
            return;
        }
        notice(task);
        tasks.add(task);
        standings.add(Standing.waiting(task, account(task)));
    }

    private void notice(Task task) {
        if (account(task).queued(task).isEmpty()) {
            news.add(task);
        }
    }

    /** To be asked, in this order. */
    List<Task> tasks() {
        return List.copyOf(tasks);
    }

    /** Of them and of those held back, what the journal does not know yet. */
    List<Task> news() {
        return List.copyOf(news);
    }

    /** By address. */
    List<Standing> standings() {
        return List.copyOf(standings);
    }
}
