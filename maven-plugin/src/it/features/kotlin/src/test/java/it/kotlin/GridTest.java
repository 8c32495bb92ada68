package it.kotlin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void eachLanguageSpawnsWhatTheOtherWrote() {
    Grid grid = new Grid(0.5);

    assertEquals(49.5, grid.rows(10).get(9)[9]);
    assertEquals(49.5, JavaCell.diagonal(grid, 10)[9]);
  }
}
