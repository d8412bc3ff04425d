package fr.sceau.agent.table;

/** One row of the table, checked. */
record TableRow(String file, String recipient, String subject) {}
