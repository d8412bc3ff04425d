package fr.sceau.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrows between modules point down only; Spring stays in the webmail and James in the mail server. */
final class ArrowsTest {
    private static final List<String> MODULES = List.of(
            "testpki",
            "smime",
            "documents",
            "directory/client",
            "directory/server",
            "mailets",
            "store",
            "james-server",
            "agent",
            "demo",
            "webmail");
    private static final String[] JAMES_SERVER_CLASSES = {
        "org.apache.james.core..",
        "org.apache.james.mailbox..",
        "org.apache.james.protocols..",
        "org.apache.james.smtpserver..",
        "org.apache.james.imapserver..",
        "org.apache.james.queue..",
        "org.apache.mailet.."
    };
    private static final JavaClasses CLASSES = classesOfAllModules();

    @Test
    void cores_know_no_server_no_spring_and_no_mail_api() {
        check(noClasses()
                .that()
                .resideInAnyPackage("fr.sceau.smime..", "fr.sceau.documents..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.sceau.mailets..",
                        "fr.sceau.store..",
                        "fr.sceau.server..",
                        "fr.sceau.directory..",
                        "fr.sceau.agent..",
                        "fr.sceau.webmail..",
                        "fr.sceau.demo..",
                        "fr.sceau.testpki..",
                        "org.springframework..",
                        "javax.mail..",
                        "jakarta.mail..",
                        "org.apache.mailet.."));
    }

    @Test
    void smime_and_documents_do_not_know_each_other() {
        check(noClasses()
                .that()
                .resideInAPackage("fr.sceau.smime..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.sceau.documents.."));
        check(noClasses()
                .that()
                .resideInAPackage("fr.sceau.documents..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.sceau.smime.."));
    }

    @Test
    void james_is_known_only_to_mailets_store_and_server() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("fr.sceau.mailets..", "fr.sceau.store..", "fr.sceau.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JAMES_SERVER_CLASSES));
    }

    @Test
    void spring_is_known_only_to_the_webmail() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("fr.sceau.webmail..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.."));
    }

    @Test
    void mailets_know_neither_store_nor_server() {
        check(noClasses()
                .that()
                .resideInAPackage("fr.sceau.mailets..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.sceau.store..", "fr.sceau.server.."));
    }

    @Test
    void the_store_knows_nothing_of_ours() {
        check(noClasses()
                .that()
                .resideInAPackage("fr.sceau.store..")
                .should()
                .dependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("fr.sceau.store.."))
                        .and(JavaClass.Predicates.resideInAPackage("fr.sceau.."))));
    }

    @Test
    void desktop_side_does_not_know_the_server_side() {
        check(noClasses()
                .that()
                .resideInAnyPackage("fr.sceau.webmail..", "fr.sceau.agent..", "fr.sceau.directory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.sceau.mailets..",
                        "fr.sceau.store..",
                        "fr.sceau.server..",
                        "fr.sceau.demo..",
                        "fr.sceau.testpki.."));
    }

    @Test
    void the_directory_judges_certificates_and_touches_no_mail_and_no_key() {
        check(noClasses()
                .that()
                .resideInAPackage("fr.sceau.directory.server..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("fr.sceau.smime..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                "fr.sceau.smime", "fr.sceau.smime.trust", "fr.sceau.smime.identity")))));
    }

    @Test
    void nobody_lives_in_a_package_that_says_nothing() {
        check(noClasses().should().resideInAnyPackage("..util..", "..common..", "..manager..", "..impl.."));
    }

    @Test
    void nothing_is_injected_into_fields() {
        check(fields().should().notBeAnnotatedWith("javax.inject.Inject"));
        check(fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"));
    }

    @Test
    void mail_with_jakarta_never_meets_james() {
        check(noClasses()
                .that()
                .resideInAnyPackage("fr.sceau.mailets..", "fr.sceau.store..", "fr.sceau.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.mail.."));
        assertThat(jars("james-server")).noneMatch(name -> name.matches("(jakarta\\.mail|angus-mail|bc.*-jdk15on).*"));
    }

    @Test
    void mail_is_kept_in_the_store_and_nowhere_else() {
        assertThat(jars("james-server"))
                .isNotEmpty()
                .noneMatch(name -> name.matches(
                        "(activemq|openjpa|apache-james-mailbox-jpa|apache-james-backends-jpa|james-server-data-file"
                                + "|james-server-queue-(activemq|jms)).*"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static List<String> jars(String module) {
        String[] names = root().resolve(module).resolve("target/lib").toFile().list();
        assertThat(names).as("jars of %s", module).isNotNull();
        return List.of(names);
    }

    private static JavaClasses classesOfAllModules() {
        List<Path> folders = MODULES.stream()
                .map(module -> root().resolve(module).resolve("target/classes"))
                .toList();
        assertThat(folders).allMatch(Files::isDirectory);
        return new ClassFileImporter().importPaths(folders);
    }

    private static Path root() {
        return Path.of(System.getProperty("sceau.root"));
    }
}
