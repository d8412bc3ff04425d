package fr.sceau.webmail.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page of the webmail, the same at each of its addresses: the browser decides which screen it shows. */
@RestController
final class Pages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Resource page = new ClassPathResource("static/app/index.html");

    @GetMapping({"/", "/dossier/{folder}", "/dossier/{folder}/{id}", "/ecrire", "/repondre/{folder}/{id}"})
    ResponseEntity<Resource> page() {
        if (!page.exists()) { // built with -Dwebmail.skip
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(page);
    }
}
