package fr.sceau.webmail.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginNameTest {
    @Test
    void a_person_opens_the_own_mailbox() {
        assertThat(LoginName.parse(" Claire.Martin@exemple.mssante.test "))
                .contains(new LoginName("claire.martin@exemple.mssante.test", "claire.martin@exemple.mssante.test"));
    }

    @Test
    void a_secretary_opens_the_mailbox_of_the_service_under_her_own_name() {
        assertThat(LoginName.parse("leila.benali+cardiologie@exemple.mssante.test"))
                .contains(new LoginName(
                        "leila.benali+cardiologie@exemple.mssante.test", "cardiologie@exemple.mssante.test"));
    }

    @Test
    void what_is_not_an_address_is_no_login() {
        assertThat(LoginName.parse("claire")).isEmpty();
        assertThat(LoginName.parse("a@b@c")).isEmpty();
        assertThat(LoginName.parse("a+b+c@exemple.test")).isEmpty();
        assertThat(LoginName.parse("a\u0000@exemple.test")).isEmpty();
    }
}
