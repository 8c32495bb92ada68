package it.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InvoiceTest {
  @Test
  void whatProcessorsWroteRunsInTasks() {
    Line last = Invoice.lines(200).get(199);
    Invoice invoice = new Invoice();
    invoice.write();

    assertEquals("Line(name=item 199, pieces=199, total=298.5)", last.toString());
    assertEquals(1, invoice.getWritten());
  }
}
