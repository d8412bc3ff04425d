package fr.sceau.mailets.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.mailet.Mailet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code conf/mailetcontainer.xml} as shipped. */
final class MailetContainerFileTest {
    private List<Element> mailets = List.of();
    private Set<String> processors = Set.of();

    @BeforeEach
    void read() throws Exception {
        Path file = Path.of(System.getProperty("sceau.root", ".."), "conf", "mailetcontainer.xml");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        mailets = elements(document.getElementsByTagName("mailet"));
        processors = elements(document.getElementsByTagName("processor")).stream()
                .map(element -> element.getAttribute("state"))
                .filter(state -> !state.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void every_mailet_says_what_its_failure_means() {
        assertThat(mailets).isNotEmpty().allSatisfy(mailet -> assertThat(
                        elements(mailet.getElementsByTagName("onMailetException")))
                .as(mailet.getAttribute("class"))
                .singleElement()
                .satisfies(chosen -> assertThat(chosen.getTextContent())
                        .matches(word -> Set.of("ignore", "propagate").contains(word) || processors.contains(word))));
    }

    @Test
    void every_mailet_of_ours_exists() throws Exception {
        for (Element mailet : mailets) {
            String name = mailet.getAttribute("class");
            if (name.contains(".")) {
                assertThat(Mailet.class).as(name).isAssignableFrom(Class.forName(name));
            }
        }
    }

    @Test
    void nothing_bounces_because_something_of_ours_is_away() {
        List<String> bouncing = mailets.stream()
                .filter(mailet -> mailet.getAttribute("class").endsWith("Bounce"))
                .map(mailet -> ((Element) mailet.getParentNode()).getAttribute("state"))
                .toList();
        assertThat(bouncing).containsExactlyInAnyOrder("receipt", "delayed", "returned");
        assertThat(mailets)
                .filteredOn(mailet ->
                        ((Element) mailet.getParentNode()).getAttribute("state").equals("error"))
                .extracting(mailet -> mailet.getAttribute("class"))
                .containsExactly(RequeueLater.class.getName());
    }
}
