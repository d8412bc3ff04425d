package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several recipients open; what one certificate states is in {@code MessageEncrypterTest}. */
class CapabilitiesTest {
    @ParameterizedTest
    @CsvSource({"true,true,true", "true,false,false", "false,true,false", "false,false,false"})
    void several_open_what_each_of_them_opens(boolean one, boolean other, boolean both) {
        assertThat(new Capabilities(one, true).and(new Capabilities(other, true)))
                .isEqualTo(new Capabilities(both, true));
        assertThat(new Capabilities(true, one).and(new Capabilities(true, other)))
                .isEqualTo(new Capabilities(true, both));
    }
}
