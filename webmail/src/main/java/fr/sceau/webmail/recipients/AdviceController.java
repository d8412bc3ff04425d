package fr.sceau.webmail.recipients;

import fr.sceau.directory.client.Advice;
import fr.sceau.directory.client.Adviser;
import fr.sceau.directory.client.Better;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.Intention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells the writer of a message which of its recipients look dead or wrong, and who may stand in. It forbids nothing. */
@RestController
final class AdviceController {
    private static final int RECIPIENTS = 50;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@\"]+@[A-Za-z0-9.-]+");

    private final Adviser adviser;

    AdviceController(Adviser adviser) {
        this.adviser = adviser;
    }

    /** A file that goes with the message. */
    record Attached(String name, long size) {}

    /**
     * A POST: names of files and addresses of patients belong in no URL.
     *
     * @param recipients as typed, one each
     */
    record Question(List<String> recipients, List<Attached> files) {
        @Override
        public String toString() {
            return "Question[…]";
        }

        Intention about(String address) {
            long octets = files.stream().mapToLong(Attached::size).sum() / 3 * 4; // RFC 2045 6.8
            return Intention.of(address, files.stream().map(Attached::name).toList(), octets);
        }
    }

    /** One mailbox that may stand in. */
    record Instead(
            String address,
            String name,
            String type,
            Optional<String> organisation,
            Optional<String> town,
            String link) {
        static Instead of(Better better) {
            return new Instead(
                    better.address(),
                    better.name(),
                    better.type().name(),
                    better.organisation(),
                    better.town(),
                    better.link().label());
        }
    }

    /** What is to be said of one recipient. */
    record Remark(String address, String code, String sentence, List<Instead> better) {}

    /**
     * @param available false when the directory does not answer: nothing is said, and the message can be sent
     */
    record Remarks(boolean available, List<Remark> remarks) {}

    @PostMapping("/api/recipients/advice")
    Remarks advise(@RequestBody Question question) {
        List<Remark> remarks = new ArrayList<>();
        try {
            for (String address : addresses(question.recipients())) {
                Advice advice = adviser.advise(question.about(address));
                if (!(advice instanceof Advice.Fine)) {
                    remarks.add(remark(address, advice));
                }
            }
            return new Remarks(true, remarks);
        } catch (DirectoryException e) {
            return new Remarks(false, List.of());
        }
    }

    /** Of {@code Name <address>} the address; what is none is left to the sending to refuse. */
    private static List<String> addresses(List<String> typed) {
        return typed.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .distinct()
                .limit(RECIPIENTS)
                .toList();
    }

    private static Remark remark(String address, Advice advice) {
        return new Remark(
                address,
                advice.code(),
                advice.sentence(),
                advice.better().stream().map(Instead::of).toList());
    }
}
