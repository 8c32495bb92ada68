import dev.deco.Concurrent;
import dev.deco.Deco;
import dev.deco.Pending;
import dev.deco.Scope;
import dev.deco.Synchronized;
import dev.deco.internal.weaver.context.UserContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.MDC;

/** What tasks and deferred statements find in the context of their thread. */
public class Contexts {
  /** Trusted: to Deco's analysis this is a value that nothing changes. */
  @interface Pure {}

  @Pure
  static String user() {
    return UserContext.USER.get() + "/" + MDC.get("item");
  }

  @Pure
  static int become(String user, int item) {
    UserContext.USER.set(user);
    MDC.put("item", String.valueOf(item));
    return item;
  }

  static double work(int i) {
    double s = 0;
    for (int k = 0; k < 2000; k++) {
      s += Math.sqrt(i + k);
    }
    return s;
  }

  @Concurrent
  static String seen(int i) {
    return (work(i) > 0 ? i : -i) + user();
  }

  @Concurrent
  static String seenTwice(String first) {
    return first + "+" + user();
  }

  @Concurrent
  @Synchronized
  static String nested(int depth) {
    if (depth == 0) {
      return user();
    }
    String a = nested(depth - 1);
    String b = nested(depth - 1);
    return a.equals(b) ? a : a + " and " + b;
  }

  @Concurrent
  static String throwing(int i) {
    throw new IllegalStateException(user());
  }

  static final class Log {
    final List<String> lines = new ArrayList<>();

    void add(String what) {
      lines.add(what + " in " + UserContext.USER.get());
    }
  }

  @Synchronized
  static String changing(int n) {
    String[] out = new String[n];
    for (int i = 0; i < n; i++) {
      become("u" + i, i);
      out[i] = seen(i);
    }
    return Arrays.toString(out);
  }

  @Synchronized
  static String replayed(int n) {
    Log log = new Log();
    for (int i = 0; i < n; i++) {
      become("u" + i, i);
      log.add(seen(i));
    }
    return log.lines.toString();
  }

  @Synchronized
  static String chained(int n) {
    String[] out = new String[n];
    for (int i = 0; i < n; i++) {
      become("u" + i, i);
      out[i] = seenTwice(seen(i));
    }
    return Arrays.toString(out);
  }

  @Synchronized
  static String streamed(int n) {
    return IntStream.range(0, n).mapToObj(i -> seen(i)).toList() + " "
        + Stream.iterate(0, i -> i + 1).map(i -> seen(i)).limit(3).toList();
  }

  @Synchronized
  static String variables(int n) {
    become("v", n);
    String a = seen(n);
    become("w", n);
    String b = seen(n);
    return a + b;
  }

  static String byHand(int n) {
    try (Scope scope = Deco.open()) {
      become("h", n);
      Pending<String> a = scope.call(() -> seen(n));
      become("i", n);
      Pending<String> b = a.then(Contexts::seenTwice);
      String[] out = new String[1];
      scope.call(() -> seen(n), v -> out[0] = v + UserContext.USER.get());
      become("j", n);
      scope.sync();
      return a.get() + b.get() + out[0] + Deco.map(List.of(1, 2, 3), Contexts::seen);
    }
  }

  @Synchronized
  static void failing(int n, Log log) {
    for (int i = 0; i < n; i++) {
      log.add(throwing(i));
    }
  }

  public static void main(String[] args) throws Exception {
    UserContext.USER.set("main");
    System.out.println(changing(30));
    System.out.println(replayed(30));
    System.out.println(chained(20));
    System.out.println(streamed(10));
    System.out.println(variables(3));
    System.out.println(byHand(4));
    System.out.println(nested(5));
    try {
      failing(10, new Log());
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(user());
    UserContext.USER.remove();
    MDC.clear();
    String[] left = new String[40];
    leftBehind(left);
    System.out.println(Arrays.stream(left).distinct().toList());
  }

  @Concurrent
  static String plain(int i) {
    return work(i) > 0 ? user() : "";
  }

  @Synchronized
  static void leftBehind(String[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = plain(i);
    }
  }
}
