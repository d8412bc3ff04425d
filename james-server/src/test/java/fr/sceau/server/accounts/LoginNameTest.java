package fr.sceau.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginNameTest {
    @Test
    void plain_address_opens_its_own_box() {
        assertThat(LoginName.parse("Claire.Martin@Exemple.test"))
                .contains(new LoginName("claire.martin@exemple.test", "claire.martin@exemple.test"));
    }

    @Test
    void plus_form_names_the_person_and_the_box() {
        assertThat(LoginName.parse("leila+cardiologie@exemple.test"))
                .contains(new LoginName("leila@exemple.test", "cardiologie@exemple.test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "leila",
                "@exemple.test",
                "leila@",
                "+box@exemple.test",
                "leila+@exemple.test",
                "lei\0la@exemple.test"
            })
    void anything_else_is_no_login(String text) {
        assertThat(LoginName.parse(text)).isEmpty();
    }
}
