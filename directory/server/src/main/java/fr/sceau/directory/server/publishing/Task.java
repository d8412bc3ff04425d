package fr.sceau.directory.server.publishing;

/** @param publication as it is to be; of a deletion: as it was accepted */
record Task(Operation operation, Publication publication) {
    Outcome doneBy(Publisher publisher) {
        return switch (operation) {
            case CREATE -> publisher.create(publication);
            case MODIFY -> publisher.modify(publication);
            case DELETE -> publisher.delete(publication);
        };
    }
}
