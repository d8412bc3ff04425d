package fr.sceau.webmail.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes the HTML of a mail harmless: a short list of elements, attributes and styles passes, the rest is dropped.
 * Nothing is loaded from elsewhere; pictures are only those that came inside the message; a link becomes its text, with
 * its target as a tooltip, because nothing may navigate from inside the frame.
 */
public final class SafeHtml {
    private static final String[] ELEMENTS = {
        "p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "big", "font",
                "center",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "tt", "q",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "img", "a"
    };

    private static final CssSchema STYLES = CssSchema.withProperties(Set.of(
            "color",
            "background-color",
            "font-weight",
            "font-style",
            "font-size",
            "font-family",
            "text-align",
            "text-decoration",
            "text-indent",
            "vertical-align",
            "white-space",
            "padding",
            "padding-left",
            "padding-right",
            "padding-top",
            "padding-bottom",
            "border",
            "border-collapse",
            "border-color",
            "border-style",
            "border-width",
            "width",
            "list-style-type"));

    private SafeHtml() {}

    /**
     * Cleans one body.
     *
     * @param pictures gives the address of a part by its Content-ID, if there is such a part
     */
    public static String clean(String html, Function<String, Optional<String>> pictures) {
        return policy(pictures).sanitize(html);
    }

    private static PolicyFactory policy(Function<String, Optional<String>> pictures) {
        return new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowElements((element, attributes) -> link(attributes), "a")
                .allowElements((element, attributes) -> picture(element, attributes, pictures), "img")
                .allowUrlProtocols("cid", "http", "https", "mailto")
                .allowAttributes("href")
                .onElements("a")
                .allowAttributes("src", "alt")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(SafeHtml::isLength)
                .onElements("img", "table", "td", "th", "col")
                .allowAttributes("colspan", "rowspan")
                .matching(SafeHtml::isLength)
                .onElements("td", "th")
                .allowAttributes("align", "valign", "border", "cellpadding", "cellspacing", "dir", "lang", "title")
                .globally()
                .allowStyling(STYLES)
                .disallowTextIn("title", "head")
                .toFactory();
    }

    private static boolean isLength(String value) {
        return value.matches("[0-9]{1,4}%?");
    }

    private static String link(List<String> attributes) {
        String target = value(attributes, "href");
        attributes.clear();
        if (!target.isEmpty()) {
            attributes.add("title");
            attributes.add(target);
        }
        return "u";
    }

    /** Keeps a picture only where it is a part of this message (RFC 2392). */
    private static @Nullable String picture(
            String element, List<String> attributes, Function<String, Optional<String>> pictures) {
        String source = value(attributes, "src");
        if (!source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
            return null;
        }
        Optional<String> address = pictures.apply(decoded(source.substring("cid:".length())));
        if (address.isEmpty()) {
            return null;
        }
        attributes.set(attributes.indexOf("src") + 1, address.get());
        return element;
    }

    /** RFC 2392 2: the identifier is percent-encoded in the address. */
    private static String decoded(String identifier) {
        try {
            return URLDecoder.decode(identifier.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return identifier;
        }
    }

    private static String value(List<String> attributes, String name) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }
}
