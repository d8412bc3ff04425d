package fr.sceau.directory.server.publishing;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONField;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request of the announced interface: which resource, and what is done to its {@code telecom}. FHIR R4, FHIRPath Patch
 * (fhirpatch), conditional patch (http 3.1.0.9.1).
 */
final class FhirPatch {
    private static final String PERSONS = "urn:oid:1.2.250.1.71.4.2.1|";
    private static final String STRUCTURES = "urn:oid:1.2.250.1.71.4.2.2|";
    private static final String FINESS = "https://finess.esante.gouv.fr|";
    private static final String METADATA =
            "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-mailbox-mss-metadata";
    private static final String EMAIL_TYPE =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type";
    private static final String EMAIL_TYPES =
            "https://mos.esante.gouv.fr/NOS/TRE_R256-TypeMessagerie/FHIR/TRE-R256-TypeMessagerie";
    private static final String MAILBOX_TYPES = "https://mos.esante.gouv.fr/NOS/TRE_R257-TypeBAL/FHIR/TRE-R257-TypeBAL";

    private final Publication publication;

    FhirPatch(Publication publication) {
        this.publication = publication;
    }

    URI target(URI base) {
        Bearer bearer = publication.bearer();
        return URI.create(base + "/" + resource() + "?identifier="
                + URLEncoder.encode(identifier(bearer), StandardCharsets.UTF_8));
    }

    /** RPPS + structure would be a PractitionerRole, whose number no extraction tells. */
    private String resource() {
        return publication.bearer().kind() == Bearer.Kind.PERSON ? "Practitioner" : "Organization";
    }

    private static String identifier(Bearer bearer) {
        if (bearer.kind() == Bearer.Kind.PERSON) {
            return PERSONS + bearer.number();
        }
        return bearer.number().startsWith("1") ? FINESS + bearer.number().substring(1) : STRUCTURES + bearer.number();
    }

    byte[] insert() {
        return body(
                part("type", code("insert")),
                part("path", string(resource() + ".telecom")),
                part("index", new JSONField("valueInteger", 0)),
                part("value", new JSONField("valueContactPoint", contactPoint())));
    }

    byte[] replace() {
        return body(
                part("type", code("replace")),
                part("path", string(mailbox())),
                part("value", new JSONField("valueContactPoint", contactPoint())));
    }

    /** What is not there is deleted already: FHIR R4 fhirpatch, delete. */
    byte[] delete() {
        return body(part("type", code("delete")), part("path", string(mailbox())));
    }

    private static byte[] body(JSONValue... parts) {
        JSONObject operation =
                new JSONObject(new JSONField("name", "operation"), new JSONField("part", new JSONArray(parts)));
        return new JSONObject(
                        new JSONField("resourceType", "Parameters"),
                        new JSONField("parameter", new JSONArray(operation)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JSONObject part(String name, JSONField value) {
        return new JSONObject(new JSONField("name", name), value);
    }

    private static JSONField code(String value) {
        return new JSONField("valueCode", value);
    }

    private static JSONField string(String value) {
        return new JSONField("valueString", value);
    }

    /** An address may hold an apostrophe (RFC 5322 3.2.3), which ends a string in FHIRPath. */
    private String mailbox() {
        String quoted = publication.address().replace("\\", "\\\\").replace("'", "\\'");
        return resource() + ".telecom.where(value = '" + quoted + "')";
    }

    private JSONObject contactPoint() {
        List<JSONField> fields = new ArrayList<>(List.of(
                new JSONField("system", "email"),
                new JSONField("value", publication.address()),
                new JSONField("extension", new JSONArray(emailType(), metadata()))));
        if (publication.rank() > 0) {
            fields.add(new JSONField("rank", publication.rank()));
        }
        return new JSONObject(fields.toArray(JSONField[]::new));
    }

    private static JSONObject emailType() {
        return new JSONObject(
                new JSONField("url", EMAIL_TYPE), new JSONField("valueCoding", coding(EMAIL_TYPES, "MSSANTE")));
    }

    private static JSONObject coding(String system, String code) {
        return new JSONObject(new JSONField("system", system), new JSONField("code", code));
    }

    private JSONObject metadata() {
        List<JSONValue> said = new ArrayList<>();
        JSONObject type =
                new JSONObject(new JSONField("coding", new JSONArray(coding(MAILBOX_TYPES, publication.type()))));
        said.add(said("type", new JSONField("valueCodeableConcept", type)));
        said.add(said("listeRouge", new JSONField("valueBoolean", false)));
        words("description", publication.description(), said);
        words("service", publication.service(), said);
        words("responsible", publication.responsible(), said);
        return new JSONObject(new JSONField("url", METADATA), new JSONField("extension", new JSONArray(said)));
    }

    private static void words(String url, String words, List<JSONValue> said) {
        if (!words.isEmpty()) {
            said.add(said(url, string(words)));
        }
    }

    private static JSONObject said(String url, JSONField value) {
        return new JSONObject(new JSONField("url", url), value);
    }
}
