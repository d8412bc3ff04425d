package fr.sceau.mailets.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.outcome.Failure.Blame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of other operators speak against a mailbox. */
final class FailureTest {
    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <a@x.test>: user unknown, 5.1.1, CLOSED",
        "550-5.1.1 first line 550 5.1.1 second, 5.1.1, CLOSED",
        "551 5.1.6 moved, 5.1.6, CLOSED",
        "556 5.1.10 null MX, 5.1.10, CLOSED",
        "550 5.2.1 disabled, 5.2.1, CLOSED",
        "5.1.1, 5.1.1, CLOSED",
        "552 5.2.2 full, 5.2.2, FAILING",
        "4.4.7, 5.4.7, FAILING",
        "550 5.1.2 no such system, 5.1.2, FAILING",
        "552 5.2.3 too large, 5.2.3, MESSAGE",
        "552 5.3.4 too large, 5.3.4, MESSAGE",
        "550 5.7.1 policy, 5.7.1, MESSAGE",
        "553 5.1.8 bad sender, 5.1.8, MESSAGE",
        "550 no such user, '', FAILING",
        "Too many retries failure. Bouncing after 28 retries., '', FAILING",
        "550 see 10.5.1.1 for help, '', FAILING"
    })
    void code_and_blame(String words, String code, Blame blame) {
        assertThat(Failure.of(words)).isEqualTo(new Failure(code, blame));
    }
}
