package fr.sceau.webmail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.documents.DocumentType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages show a word for each IMAP keyword that the recogniser may set, and the recogniser's own where it is clear. */
class DocumentWordsTest {
    private final JsonNode texts = JsonMapper.shared()
            .readTree(Path.of(System.getProperty("sceau.root"), "webmail/ui/src/i18n/fr.json")
                    .toFile());

    @Test
    void every_keyword_has_its_french_word() {
        Map<String, List<DocumentType>> types = Arrays.stream(DocumentType.values())
                .filter(type -> !type.keyword().isEmpty())
                .collect(Collectors.groupingBy(DocumentType::keyword));
        types.forEach((keyword, sharing) -> {
            String word = texts.path("document." + keyword).asString("");
            assertThat(word).as(keyword).isNotEmpty();
            if (sharing.size() == 1) {
                assertThat(word).isEqualTo(sharing.get(0).label());
            }
        });
    }
}
