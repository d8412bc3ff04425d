package fr.sceau.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasswordHashTest {
    @Test
    void right_password_matches_and_a_wrong_one_does_not() {
        String stored = PasswordHash.of("soleil");

        assertThat(PasswordHash.matches("soleil", stored)).isTrue();
        assertThat(PasswordHash.matches("Soleil", stored)).isFalse();
        assertThat(stored).doesNotContain("soleil");
    }

    @Test
    void same_password_is_never_stored_twice_alike() {
        assertThat(PasswordHash.of("soleil")).isNotEqualTo(PasswordHash.of("soleil"));
    }

    @Test
    void unknown_scheme_matches_nothing() {
        assertThat(PasswordHash.matches("soleil", "soleil")).isFalse();
        assertThat(PasswordHash.matches("soleil", "plain$1$$soleil")).isFalse();
    }
}
