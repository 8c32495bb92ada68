package it.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class CoveredTest {
  @Test
  void runsMostOfIt() {
    assertEquals(297.0, Covered.array(100)[99]);
    assertEquals(100, Covered.branches(100, false).size());
    assertEquals(33.0, new Covered().sum(6));
    assertEquals("fine", Covered.caught(new HashMap<>(), 3));
  }
}
