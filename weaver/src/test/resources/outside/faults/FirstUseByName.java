import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Class.forName runs the initializer of a class that nobody has used before. */
public class FirstUseByName {
  static int sequence;

  static final class A1 { static { sequence++; } }

  static final class A2 { static { sequence++; } }

  static final class A3 { static { sequence += 5; } }

  static final class B1 { static { sequence++; } }

  static final class B2 { static { sequence++; } }

  static final class B3 { static { sequence += 5; } }

  static int work(int i) {
    int s = i;
    for (int k = 0; k < (9 - (i & 7)) * 6000; k++) {
      s = s * 31 + k ^ (s >>> 7);
    }
    return s == 12345 ? 1 : 0;
  }

  @Concurrent
  static String name(String name, int i) throws ClassNotFoundException {
    work(i);
    Class<?> type = Class.forName("FirstUseByName$" + name);
    return type.getSimpleName() + sequence;
  }

  @Synchronized
  static String names(String... names) throws ClassNotFoundException {
    String[] found = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      found[i] = name(names[i], i);
    }
    return Arrays.toString(found) + sequence;
  }

  @Synchronized
  static String counted(String... names) throws ClassNotFoundException {
    String[] found = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      found[i] = name(names[i], i);
      sequence += 10;
    }
    return Arrays.toString(found) + sequence;
  }

  public static void main(String[] args) throws ClassNotFoundException {
    System.out.println(names("A2", "A3", "A1", "A2"));
    System.out.println(counted("B2", "B3", "B1", "B2"));
  }
}
