package it.processors;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;

final class Invoice {
  @Getter
  private int written;

  @Concurrent
  static Line line(String item, int pieces) {
    return LineMapper.INSTANCE.line(Order.builder().item(item).pieces(pieces).price(1.5).build());
  }

  @Synchronized
  static List<Line> lines(int n) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      lines.add(line("item " + i, i));
    }
    return lines;
  }

  /** Lombok's annotation of the same simple name: a lock. */
  @lombok.Synchronized
  void write() {
    written++;
  }
}
