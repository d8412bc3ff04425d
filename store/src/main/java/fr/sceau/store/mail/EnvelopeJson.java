package fr.sceau.store.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.Map;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.PerRecipientHeaders.Header;

/**
 * What has no column of its own: {@code {"state", "error", "host", "address", "updated" (ms), "attributes": {name: value as
 * James writes it}, "headers": [{"recipient", "name", "value"}]}}. Attributes that James cannot write (Java objects such as
 * exceptions) do not travel.
 */
final class EnvelopeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnvelopeJson() {}

    static String write(Mail mail) {
        ObjectNode json = JSON.createObjectNode();
        json.put("state", mail.getState());
        json.put("error", mail.getErrorMessage());
        json.put("host", mail.getRemoteHost());
        json.put("address", mail.getRemoteAddr());
        if (mail.getLastUpdated() != null) {
            json.put("updated", mail.getLastUpdated().getTime());
        }
        writeAttributes(mail, json.putObject("attributes"));
        writeHeaders(mail, json.putArray("headers"));
        return json.toString();
    }

    private static void writeAttributes(Mail mail, ObjectNode attributes) {
        mail.attributes().forEach(attribute -> attribute
                .getValue()
                .toJson()
                .ifPresent(value -> attributes.set(attribute.getName().asString(), value)));
    }

    private static void writeHeaders(Mail mail, ArrayNode headers) {
        mail.getPerRecipientSpecificHeaders().getHeadersByRecipient().forEach((recipient, header) -> headers.addObject()
                .put("recipient", recipient.asString())
                .put("name", header.getName())
                .put("value", header.getValue()));
    }

    static MailImpl read(String text, MailImpl.Builder mail) throws UnreadableEnvelope {
        try {
            JsonNode json = JSON.readTree(text);
            mail.state(json.path("state").textValue());
            mail.errorMessage(json.path("error").textValue());
            mail.remoteHost(json.path("host").textValue());
            mail.remoteAddr(json.path("address").textValue());
            if (json.hasNonNull("updated")) {
                mail.lastUpdated(new Date(json.get("updated").longValue()));
            }
            readAttributes(json.path("attributes"), mail);
            readHeaders(json.path("headers"), mail);
            return mail.build();
        } catch (JsonProcessingException | AddressException | RuntimeException e) { // James' readers throw anything
            throw new UnreadableEnvelope("json", e);
        }
    }

    private static void readAttributes(JsonNode attributes, MailImpl.Builder mail) {
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            mail.addAttribute(
                    new Attribute(AttributeName.of(attribute.getKey()), AttributeValue.fromJson(attribute.getValue())));
        }
    }

    private static void readHeaders(JsonNode headers, MailImpl.Builder mail) throws AddressException {
        for (JsonNode header : headers) {
            mail.addHeaderForRecipient(
                    Header.builder()
                            .name(header.path("name").asText())
                            .value(header.path("value").asText())
                            .build(),
                    new MailAddress(header.path("recipient").asText()));
        }
    }
}
