package fr.sceau.store.message;

import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;

/** James' properties of a message, from its topmost part. */
final class PartProperties {
    private PartProperties() {}

    static Properties of(Part part) {
        PropertyBuilder builder = new PropertyBuilder();
        builder.setMediaType(part.type());
        builder.setSubType(part.subtype());
        builder.setContentID(part.id());
        builder.setContentDescription(part.description());
        builder.setContentLocation(part.location());
        builder.setContentMD5(part.md5());
        builder.setContentTransferEncoding(part.encoding());
        builder.setContentLanguage(part.languages());
        builder.setContentDispositionType(part.disposition());
        builder.setContentDispositionParameters(part.dispositionParameters());
        builder.setContentTypeParameters(part.parameters());
        if (part.lines() != Part.UNCOUNTED) {
            builder.setTextualLineCount(part.lines());
        }
        return builder.build();
    }
}
