package fr.sceau.webmail.writing;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/** A chosen file as the mail library wants it: read from its start as often as needed, never altered. */
record Upload(MultipartFile file, String type, String name) implements DataSource {
    private static final String MEDIA_TYPE = "[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}";

    static Upload of(MultipartFile file) {
        String type = Optional.ofNullable(file.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        boolean simple = type.matches(MEDIA_TYPE) && !type.startsWith("multipart/") && !type.startsWith("message/");
        return new Upload(
                file,
                simple ? type : "application/octet-stream",
                Optional.ofNullable(file.getOriginalFilename()).orElse(""));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("an upload is only read");
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public String getName() {
        return name;
    }
}
