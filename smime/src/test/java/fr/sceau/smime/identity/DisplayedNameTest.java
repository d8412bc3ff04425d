package fr.sceau.smime.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayedNameTest {
    private static final String ADDRESS = "claire.martin@exemple.mssante.test";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Claire MARTIN",
                "Dr Clémence D'HOË-LE GOFF",
                "MARTIN, Claire (Cabinet « du Parc »)",
                "Laboratoire β-lactamases",
                "Service µbiologie",
                "Pharmacie @ Home",
                "Vérification des comptes",
                "\u5f20\u4f1f",
                ADDRESS,
                "CLAIRE.MARTIN@EXEMPLE.MSSANTE.TEST",
                "Dr Martin <" + ADDRESS + ">"
            })
    void ordinary_names_do_not_mislead(String name) {
        assertThat(DisplayedName.misleads(name, ADDRESS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paul.durand@exemple.mssante.test",
                "Paul <paul.durand@exemple.mssante.test>",
                "paul.durand\uff20exemple.mssante.test",
                "Paul DURAND via x@y",
                "Paul DURAND (vérifié)",
                "Paul DURAND - VERIFIED",
                "Expéditeur authentifié",
                "Signature valide",
                "\u2705 Paul",
                "\ud83d\udd12 Paul",
                "P\u0430ul DURAND",
                "Paul \u202eDNARUD",
                "Pa\u200bul",
                "Paul\u2066DURAND\u2069",
                "Paul\u2028DURAND",
                "=?utf-7?Q?paul.durand+AEA-exemple.mssante.test?=",
                "Paul\u0007"
            })
    void names_that_pass_for_something_else_mislead(String name) {
        assertThat(DisplayedName.misleads(name, ADDRESS)).isTrue();
    }

    @Test
    void name_longer_than_a_line_of_mail_misleads() {
        assertThat(DisplayedName.misleads("x".repeat(998), ADDRESS)).isFalse();
        assertThat(DisplayedName.misleads("x".repeat(999), ADDRESS)).isTrue();
    }
}
