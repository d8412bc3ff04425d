package fr.sceau.mailets.submission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.support.FakeSession;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.junit.jupiter.api.Test;

final class SubmissionLoginTest {
    private final SubmissionLogin login = new SubmissionLogin((name, password) -> Optional.empty());
    private final FakeSession session = FakeSession.anonymous();

    private HookResult attempt() {
        return login.doAuth(session, Username.of("claire.martin@exemple.mssante.test"), "faux");
    }

    @Test
    void third_wrong_password_of_a_connection_ends_it() {
        assertThat(attempt()).isEqualTo(HookResult.DECLINED);
        assertThat(attempt()).isEqualTo(HookResult.DECLINED);
        HookResult last = attempt();

        assertThat(last.getSmtpRetCode()).isEqualTo("421");
        assertThat(last.getResult().isDisconnected()).isTrue();
    }
}
