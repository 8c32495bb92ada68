package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How often each word of a text occurs. The text is made up: 100 words a paragraph, few of them often; size is the paragraphs. */
final class WordCount implements Program<List<String>, Map<String, Integer>> {
  private static final int VOCABULARY = 10_000;
  private static final int WORDS = 100;

  @Concurrent
  static void count(String paragraph, Map<String, Integer> counts) {
    for (String word : paragraph.split(" ")) {
      counts.merge(word, 1, Integer::sum);
    }
  }

  @Synchronized
  static Map<String, Integer> count(List<String> text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String paragraph : text) {
      count(paragraph, counts);
    }
    return counts;
  }

  @Override
  public List<String> input(int size, int grain, long seed) {
    Random random = new Random(seed);
    String[] vocabulary = new String[VOCABULARY];
    for (int i = 0; i < VOCABULARY; i++) {
      StringBuilder word = new StringBuilder();
      for (int letters = 2 + random.nextInt(9); letters > 0; letters--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      vocabulary[i] = word.toString();
    }
    List<String> text = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder paragraph = new StringBuilder();
      for (int word = 0; word < WORDS; word++) {
        paragraph.append(vocabulary[(int) Math.pow(VOCABULARY, random.nextDouble())]).append(' ');
      }
      text.add(paragraph.toString());
    }
    return text;
  }

  @Override
  public Map<String, Integer> serial(List<String> text) {
    return count(text);
  }

  /** A map for each piece, then one of all. */
  @Override
  public Map<String, Integer> byHand(List<String> text, Parallel parallel, int cutoff) {
    List<Map<String, Integer>> maps = new ArrayList<>();
    for (int from = 0; from < text.size(); from += cutoff) {
      maps.add(new HashMap<>());
    }
    parallel.each(maps.size(), 1, piece -> {
      for (String paragraph : text.subList(piece * cutoff, Math.min(text.size(), (piece + 1) * cutoff))) {
        count(paragraph, maps.get(piece));
      }
    });
    Map<String, Integer> counts = new HashMap<>();
    for (Map<String, Integer> map : maps) {
      map.forEach((word, count) -> counts.merge(word, count, Integer::sum));
    }
    return counts;
  }
}
