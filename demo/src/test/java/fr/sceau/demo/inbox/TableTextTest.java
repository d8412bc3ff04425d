package fr.sceau.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTextTest {
    @Test
    void columns_line_up_and_long_cells_are_cut() {
        Line line = new Line("claire.martin", "Labo", "HPRIM", "compte x", "trusted", "ouvert ici", "a".repeat(80));
        List<String> lines = TableText.of(List.of(line)).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).indexOf("Document")).isEqualTo(lines.get(1).indexOf("HPRIM"));
        assertThat(lines.get(1)).endsWith("…").hasSizeLessThan(140);
    }

    @Test
    void control_characters_of_a_stranger_do_not_reach_the_terminal() {
        Line line = new Line("box", "\u001b[31mred", "-", "?", "?", "?", "x\u202Ey");
        assertThat(TableText.of(List.of(line))).doesNotContain("\u001b").doesNotContain("\u202E");
    }
}
