package dev.deco.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown: the first column is text, the others are numbers. */
final class Markdown {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  Markdown(List<String> head) {
    this.head = List.copyOf(head);
  }

  /** @throws IllegalArgumentException if there are not as many cells as columns */
  Markdown row(List<String> cells) {
    if (cells.size() != head.size()) {
      throw new IllegalArgumentException(cells.size() + " cells under " + head.size() + " columns: " + cells);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  @Override
  public String toString() {
    String line = "|---|" + "--:|".repeat(head.size() - 1) + "\n";
    return line(head) + line + rows.stream().map(Markdown::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
