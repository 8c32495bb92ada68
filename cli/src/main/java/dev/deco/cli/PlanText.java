package dev.deco.cli;

import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan for people: the method's lines on the left, what happens there and why on the right, within 120 columns. */
final class PlanText {
  private static final int WIDTH = 120;
  private static final int MAX_SOURCE = 56;
  private static final int KIND = 10;

  private final SourceText sources;

  PlanText(SourceText sources) {
    this.sources = sources;
  }

  String of(ScopePlan plan) {
    Map<Integer, List<Step>> byLine = plan.steps().stream()
        .collect(Collectors.groupingBy(Step::line, TreeMap::new, Collectors.toList()));
    int first = byLine.isEmpty() ? 0 : ((TreeMap<Integer, List<Step>>) byLine).firstKey();
    int last = byLine.isEmpty() ? -1 : ((TreeMap<Integer, List<Step>>) byLine).lastKey();
    StringBuilder text = new StringBuilder();
    text.append(simpleName(plan.className())).append('.').append(plan.method()).append(" (")
        .append(plan.sourceFile() == null ? plan.className() : plan.sourceFile()).append(first > 0 ? ":" + first : "")
        .append(")\n");

    Map<Integer, String> lines = new TreeMap<>();
    for (int line = first; line <= last; line++) {
      String source = sources.line(plan.className(), plan.sourceFile(), line);
      if (byLine.containsKey(line) || source != null && !source.isBlank()) {
        lines.put(line, source == null ? "" : source.replace("\t", "    "));
      }
    }
    int indent = lines.values().stream().filter(source -> !source.isBlank())
        .mapToInt(source -> source.length() - source.stripLeading().length()).min().orElse(0);
    lines.replaceAll((line, source) -> cut(source.isBlank() ? "" : source.substring(indent).stripTrailing()));
    int numbers = Math.max(4, String.valueOf(last).length());
    int width = lines.values().stream().mapToInt(String::length).max().orElse(0);
    lines.forEach((line, source) -> row(text, numbers, width, line, source, byLine.getOrDefault(line, List.of())));
    return text.toString();
  }

  private static void row(StringBuilder text, int numbers, int width, int line, String source, List<Step> steps) {
    String left = String.format(Locale.ROOT, "%" + (numbers + 2) + "d  %-" + Math.max(1, width) + "s", line, source);
    List<String> right = new ArrayList<>();
    for (Step step : steps) {
      right.addAll(explained(step, WIDTH - left.length() - 2));
    }
    if (right.isEmpty()) {
      text.append(left.stripTrailing()).append('\n');
    }
    for (int i = 0; i < right.size(); i++) {
      text.append(((i == 0 ? left : " ".repeat(left.length())) + "  " + right.get(i)).stripTrailing()).append('\n');
    }
  }

  private static List<String> explained(Step step, int width) {
    String words = step.what().isBlank() || step.kind() == Step.Kind.PLAIN ? step.why()
        : step.why().isBlank() ? step.what() : step.what() + ": " + step.why();
    List<String> rows = new ArrayList<>();
    for (String row : wrapped(words, Math.max(24, width - KIND))) {
      rows.add(String.format(Locale.ROOT, "%-" + KIND + "s%s", rows.isEmpty() ? word(step.kind()) : "", row));
    }
    return rows;
  }

  static String word(Step.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> wrapped(String words, int width) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : words.trim().split("\\s+")) {
      if (row.length() > 0 && row.length() + 1 + word.length() > width) {
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.length() == 0 ? "" : " ").append(word);
    }
    rows.add(row.toString());
    return rows;
  }

  private static String cut(String source) {
    return source.length() <= MAX_SOURCE ? source : source.substring(0, MAX_SOURCE - 3) + "...";
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
  }
}
