package fr.sceau.system.mail;

/**
 * One message and what becomes of it.
 *
 * @param name a word for the test report
 * @param message the whole message
 * @param letter what it was made of
 * @param refusal how submission answers: {@code 550 5.7.1 [code]}
 * @param verdict what the header says when the same message comes in from another operator
 */
public record Scenario(String name, byte[] message, Letter letter, String refusal, String verdict) {
    @Override
    public String toString() {
        return name;
    }
}
