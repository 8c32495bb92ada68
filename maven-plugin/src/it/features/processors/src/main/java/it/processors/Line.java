package it.processors;

import lombok.Data;

@Data
class Line {
  private String name;
  private int pieces;
  private double total;
}
