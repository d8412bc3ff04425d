package fr.sceau.agent.batch;

import fr.sceau.directory.client.Advice;
import fr.sceau.directory.client.Adviser;
import fr.sceau.directory.client.Better;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.Intention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks before anything is sent which mailboxes look dead or wrong, once for each kind of message to each of them. It stops no
 * message: what is to be done about it is the laboratory's to decide.
 */
final class Warnings {
    private final Optional<? extends Adviser> directory;
    private final Path folder;
    private final BatchListener listener;
    private final Map<Intention, Advice> known = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private int wantingPaper;

    Warnings(Optional<? extends Adviser> directory, Path folder, BatchListener listener) {
        this.directory = directory;
        this.folder = folder;
        this.listener = listener;
    }

    /** Leaves its advice with each task; tells of those that are still to be sent. */
    void about(Iterable<Task> tasks) throws IOException {
        try {
            for (Task task : tasks) {
                if (!task.assignment().recipient().isEmpty()) {
                    warn(task);
                }
            }
            listener.paperWanted(wantingPaper);
        } catch (DirectoryException e) {
            return; // nobody waits for advice: the sending itself waits where it has to
        }
    }

    private void warn(Task task) throws DirectoryException, IOException {
        Advice advice = of(task);
        String warning = text(advice);
        task.warning(warning);
        String recipient = task.assignment().recipient();
        if (!warning.isEmpty() && !task.isSettled() && told.add(recipient + warning)) {
            tell(recipient, advice, warning);
        }
    }

    /** Those who want paper too are many, and among them one that is closed would not be seen: they are counted. */
    private void tell(String recipient, Advice advice, String warning) {
        if (advice instanceof Advice.PaperWanted) {
            wantingPaper++;
        } else {
            listener.warned(recipient, warning);
        }
    }

    private Advice of(Task task) throws DirectoryException, IOException {
        if (directory.isEmpty()) {
            return new Advice.Fine();
        }
        String file = task.assignment().file();
        Intention asked = Intention.of(task.assignment().recipient(), List.of(file), encoded(folder.resolve(file)));
        Advice before = known.get(asked);
        Advice advice = before == null ? directory.get().advise(asked) : before;
        known.put(asked, advice);
        return advice;
    }

    /** In millions, so that files of about one size are asked for once; base64 makes four octets of three. */
    private static long encoded(Path file) throws IOException {
        long octets = Files.size(file) / 3 * 4;
        return octets - octets % 1_000_000;
    }

    private static String text(Advice advice) {
        String instead = advice.better().stream().map(Warnings::named).collect(Collectors.joining(", "));
        return instead.isEmpty() ? advice.sentence() : advice.sentence() + " Plutôt : " + instead;
    }

    private static String named(Better better) {
        return better.address() + " (" + better.link().label() + ")";
    }
}
