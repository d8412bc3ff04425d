package fr.sceau.webmail.recipients;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import fr.sceau.directory.client.LdapDirectory;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What the page of writing gets to show, of entries as the directory serves them. */
final class AdviceControllerTest {
    private static InMemoryDirectoryServer ldap;
    private static LdapDirectory directory;

    @BeforeAll
    static void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=annuaire-sante");
        config.setSchema(null);
        config.setListenerConfigs(
                new InMemoryListenerConfig("test", InetAddress.getLoopbackAddress(), 0, null, null, null));
        ldap = new InMemoryDirectoryServer(config);
        ldap.add("dn: o=annuaire-sante", "objectClass: organization", "o: annuaire-sante");
        ldap.add("dn: ou=boites,o=annuaire-sante", "objectClass: organizationalUnit", "ou: boites");
        ldap.add("dn: ou=remises,o=annuaire-sante", "objectClass: organizationalUnit", "ou: remises");
        box("ancienne@x.mssante.test", "asTypeBAL: PER", "asIdNatPS: 899700218896");
        box("nouvelle@x.mssante.test", "asTypeBAL: PER", "asIdNatPS: 899700218896", "o: Cabinet", "l: Doubs");
        box("pdf@x.mssante.test", "asTypeBAL: ORG", "asIdStruct: 1990000001", "asFormat: PDF");
        box("papier@x.mssante.test", "asTypeBAL: PER", "asDemat: N");
        box("machine@x.mssante.test", "asTypeBAL: APP", "asIdStruct: 1990000001", "asFormat: HPRIM");
        ldap.add(
                "dn: asBoite=ancienne@x.mssante.test,ou=remises,o=annuaire-sante",
                "objectClass: asRemises",
                "asBoite: ancienne@x.mssante.test",
                "asDernierEchec: 20261030090000Z",
                "asMotifEchec: 5.1.1",
                "asJoursFermee: 1",
                "asJoursEchec: 0");
        ldap.startListening();
        directory = new LdapDirectory("127.0.0.1", ldap.getListenPort());
    }

    private static void box(String address, String type, String... more) throws Exception {
        ldap.add(
                "dn: mail=" + address + ",ou=boites,o=annuaire-sante",
                "objectClass: inetOrgPerson",
                "mail: " + address,
                "cn: Boite " + address,
                type);
        for (String line : more) {
            String[] parts = line.split(": ", 2);
            ldap.modify(
                    "dn: mail=" + address + ",ou=boites,o=annuaire-sante",
                    "changetype: modify",
                    "add: " + parts[0],
                    line);
        }
    }

    @AfterAll
    static void stop() {
        directory.close();
        ldap.shutDown(true);
    }

    private static ResultActions ask(String json) throws Exception {
        return MockMvcBuilders.standaloneSetup(new AdviceController(directory))
                .build()
                .perform(post("/api/recipients/advice")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
    }

    @Test
    void a_dead_recipient_comes_with_the_living_box_of_the_same_person() throws Exception {
        ask("{\"recipients\":[\"Dr Zoé <Ancienne@x.mssante.test>\",\"nouvelle@x.mssante.test\"],\"files\":[]}")
                .andExpect(jsonPath("$.available").value(true))
                .andExpect(jsonPath("$.remarks.length()").value(1))
                .andExpect(jsonPath("$.remarks[0].address").value("Ancienne@x.mssante.test"))
                .andExpect(jsonPath("$.remarks[0].code").value("dead"))
                .andExpect(jsonPath("$.remarks[0].sentence", containsString("code 5.1.1")))
                .andExpect(jsonPath("$.remarks[0].better[0].address").value("nouvelle@x.mssante.test"))
                .andExpect(jsonPath("$.remarks[0].better[0].organisation").value("Cabinet"))
                .andExpect(jsonPath("$.remarks[0].better[0].link").value("même titulaire"));
    }

    @Test
    void a_file_that_the_box_does_not_take_is_told_with_one_of_the_structure_that_does() throws Exception {
        ask("{\"recipients\":[\"pdf@x.mssante.test\"],\"files\":[{\"name\":\"a.hpr\",\"size\":9}]}")
                .andExpect(jsonPath("$.remarks[0].code").value("unfit"))
                .andExpect(jsonPath("$.remarks[0].better[0].address").value("machine@x.mssante.test"));
    }

    @Test
    void a_box_whose_holder_wants_paper_too_is_told_when_a_file_goes_there() throws Exception {
        ask("{\"recipients\":[\"papier@x.mssante.test\"],\"files\":[{\"name\":\"a.hpr\",\"size\":9}]}")
                .andExpect(jsonPath("$.remarks[0].code").value("paper"))
                .andExpect(jsonPath("$.remarks[0].sentence", containsString("zéro papier")))
                .andExpect(jsonPath("$.remarks[0].better.length()").value(0));
        ask("{\"recipients\":[\"papier@x.mssante.test\"],\"files\":[]}")
                .andExpect(content().json("{\"available\":true,\"remarks\":[]}"));
    }

    @Test
    void nothing_is_said_of_what_is_no_address_and_when_the_directory_is_away() throws Exception {
        ask("{\"recipients\":[\"dupont\",\"\"],\"files\":[]}")
                .andExpect(content().json("{\"available\":true,\"remarks\":[]}"));
        try (LdapDirectory away = new LdapDirectory("127.0.0.1", 1)) {
            MockMvcBuilders.standaloneSetup(new AdviceController(away))
                    .build()
                    .perform(post("/api/recipients/advice")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"recipients\":[\"a@x.mssante.test\"],\"files\":[]}"))
                    .andExpect(content().json("{\"available\":false,\"remarks\":[]}"));
        }
    }
}
