import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.stream.IntStream;

/** {@code generate} takes a function and has no receiver. */
public class StaticCallOfStream {
  @Concurrent
  static int mix(int x) {
    return x * 31 ^ 5;
  }

  @Synchronized
  static int scope() {
    return IntStream.generate(() -> mix(2)).map(x -> mix(x)).limit(3).sum();
  }

  public static void main(String[] args) {
    System.out.println(scope());
  }
}
