package fr.sceau.webmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    private static String clean(String html) {
        return SafeHtml.clean(
                html,
                cid -> cid.equals("logo@exemple")
                        ? Optional.of("/api/folders/inbox/messages/1-2/parts/3")
                        : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</script>",
                "<SCRIPT SRC=//x.test/a.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<img src='cid:logo@exemple' onerror=alert(1)>",
                "<body onload=alert(1)>",
                "<svg><use href='data:image/svg+xml,<svg onload=alert(1)>'/></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<svg/onload=alert(1)>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='jav&#x09;ascript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href='https://x.test/' target=_blank onclick=alert(1)>x</a>",
                "<iframe src='https://x.test/'></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data='https://x.test/a.swf'></object>",
                "<embed src='https://x.test/a.swf'>",
                "<form action='https://x.test/'><input name=password><button>ok</button></form>",
                "<meta http-equiv=refresh content='0;url=https://x.test/'>",
                "<base href='https://x.test/'>",
                "<link rel=stylesheet href='https://x.test/a.css'>",
                "<style>@import 'https://x.test/a.css'; body{background:url(https://x.test/b)}</style>",
                "<p style='background:url(https://x.test/b)'>x</p>",
                "<p style='background-image:url(\"https://x.test/b\")'>x</p>",
                "<p style='position:fixed;top:0;left:0;z-index:9'>x</p>",
                "<p style='width:expression(alert(1))'>x</p>",
                "<p style='color:red;-moz-binding:url(https://x.test/b)'>x</p>",
                "<img src='https://x.test/pixel.gif'>",
                "<img src='//x.test/pixel.gif'>",
                "<img srcset='https://x.test/a 1x'>",
                "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
                "<table background='https://x.test/b'><tr><td>x</td></tr></table>",
                "<video poster='https://x.test/p' src='https://x.test/v'></video>",
                "<input type=image src='https://x.test/i'>",
                "<p id=root class=shell>x</p>",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<title><script>alert(1)</script></title>",
                "<template><script>alert(1)</script></template>"
            })
    void nothing_that_runs_loads_or_navigates_passes(String attack) {
        String clean = clean("<p>avant</p>" + attack + "<p>après</p>").toLowerCase(Locale.ROOT);
        assertThat(clean).contains("avant").contains("après");
        assertThat(clean.replaceAll("title=\"[^\"]*\"", "title"))
                .doesNotContainPattern(
                        "<(script|style|svg|math|iframe|object|embed|form|input|button|meta|base|link|video|template)")
                .doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=")
                .doesNotContainPattern("<[^>]*(javascript|https?|data):?")
                .doesNotContainPattern(
                        "<[^>]*(url\\(|expression|position|z-index|binding|srcset|target|href|background=)")
                .doesNotContainPattern("<[^>]*\\s(id|class)=");
    }

    @Test
    void a_link_becomes_its_text_with_its_true_target_in_sight() {
        assertThat(clean("<a href=\"https://exemple.test/a?b=1\">https://banque.test</a>"))
                .isEqualTo("<u title=\"https://exemple.test/a?b&#61;1\">https://banque.test</u>");
    }

    @Test
    void a_picture_of_the_message_is_shown_and_another_is_not() {
        assertThat(clean("<img src=\"cid:logo@exemple\" alt=\"Logo\" width=24>"))
                .isEqualTo("<img src=\"/api/folders/inbox/messages/1-2/parts/3\" alt=\"Logo\" width=\"24\" />");
        assertThat(clean("<img src=\"cid:logo%40exemple\">")).contains("parts/3");
        assertThat(clean("a<img src=\"cid:inconnu\">b")).isEqualTo("ab");
    }

    @Test
    void tables_and_plain_colours_of_a_result_stay() {
        String clean = clean("<table border=1><tr><td style=\"color:#900;font-weight:bold\">7,2</td></tr></table>");
        assertThat(clean)
                .contains("<td style=\"color:#900;font-weight:bold\">7,2</td>")
                .contains("border=\"1\"");
    }
}
