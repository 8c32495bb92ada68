package it.processors;

import lombok.Builder;
import lombok.Value;

@Value
@Builder
class Order {
  String item;
  int pieces;
  double price;
}
