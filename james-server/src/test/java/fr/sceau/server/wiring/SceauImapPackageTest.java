package fr.sceau.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.utils.ClassName;
import org.junit.jupiter.api.Test;

final class SceauImapPackageTest {
    private final SceauImapPackage ours = new SceauImapPackage();

    /** James' appends the new message and may then fail to remove the old one: both are there, under a NO. */
    @Test
    void replace_is_not_offered() {
        assertThat(ours.processors()).extracting(ClassName::getName).noneMatch(name -> name.contains("Replace"));
        assertThat(ours.decoders()).extracting(ClassName::getName).noneMatch(name -> name.contains("Replace"));
    }
}
