// Char sequences that are read, and builders behind them that the scope goes on to change.
import dev.deco.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k;
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static long parse(CharSequence text, int i) {
    w(i);
    return Long.parseLong(text, 0, text.length(), 10);
  }

  @Concurrent static int point(CharSequence text, int i) {
    w(i);
    return Character.codePointAt(text, text.length() - 1);
  }

  @Concurrent static String group(Matcher matcher, int i) {
    w(i);
    return matcher.group();
  }

  @Concurrent static String join(CharSequence delimiter, List<String> parts, int i) {
    w(i);
    return String.join(delimiter, parts);
  }

  @Concurrent static String collect(CharSequence delimiter, int i) {
    w(i);
    return Stream.of("a", "b", "c").collect(Collectors.joining(delimiter));
  }

  @Concurrent static long split(CharSequence text, int i) {
    w(i);
    return Pattern.compile("[0-4]").splitAsStream(text).count();
  }

  @Concurrent static StringBuilder tail(Matcher matcher, int i) {
    w(i);
    return matcher.appendTail(new StringBuilder());
  }

  @Synchronized static int run(int n) {
    StringBuilder text = new StringBuilder("10");
    List<Object> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      text.setLength(0);
      text.append(10 + i);
      out.add(parse(text, i));
    }
    for (int i = 0; i < n; i++) {
      text.setLength(0);
      text.append(10 + i);
      out.add(point(text, i));
    }
    for (int i = 0; i < n; i++) {
      text.setLength(0);
      text.append(10 + i);
      out.add(join(text, List.of("a", "b"), i));
    }
    for (int i = 0; i < n; i++) {
      text.setLength(0);
      text.append(10 + i);
      out.add(collect(text, i));
    }
    for (int i = 0; i < n; i++) {
      text.append(i);
      out.add(split(text, i));
    }
    Matcher matcher = Pattern.compile("[0-9]+").matcher(text);
    matcher.find();
    for (int i = 0; i < n; i++) {
      text.setCharAt(0, (char) ('0' + i % 10));
      out.add(group(matcher, i));
    }
    List<StringBuilder> tails = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      text.append(i);
      tails.add(tail(matcher, i));
    }
    return out.hashCode() * 31 + tails.toString().hashCode();
  }

  public static void main(String[] args) {
    for (int r = 0; r < 2; r++) System.out.println(run(20));
  }
}
