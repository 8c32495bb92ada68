// Which of several classes is initialized first decides the numbers that they take; each task uses another one.
import dev.deco.*;
import java.util.Arrays;

class InitializerOrder {
  static int next = 100;

  static int take() {
    long spin = 0;
    for (int i = 0; i < 300_000; i++) {
      spin += i ^ next;
    }
    return spin == 1 ? 0 : next++;
  }

  static class A {
    static final int NUMBER = take();
  }

  static class B {
    static int number = take();

    static int get() {
      return number;
    }
  }

  static class C {
    static final int NUMBER = take();
    final int value = NUMBER;
  }

  interface D {
    int NUMBER = take();

    default int number() {
      return 0;
    }
  }

  static class E implements D {
    @Override public int number() {
      return NUMBER;
    }
  }

  enum F {
    ONE;

    final int number = take();
  }

  static class Base {
    static final int NUMBER = take();
  }

  static class Sub extends Base {
    static int own() {
      return 1000;
    }
  }

  @Concurrent
  static int f(int i) {
    return switch (i) {
      case 0 -> A.NUMBER;
      case 1 -> B.get();
      case 2 -> new C().value;
      case 3 -> new E().number();
      case 4 -> F.ONE.number;
      case 5 -> Sub.own();
      case 6 -> Base.NUMBER;
      default -> next;
    };
  }

  @Synchronized
  static int[] run() {
    int[] out = new int[8];
    for (int i = 0; i < out.length; i++) {
      out[i] = f(i);
    }
    return out;
  }

  public static void main(String[] arguments) {
    System.out.println(Arrays.toString(run()));
    System.out.println(Arrays.toString(run()));
  }
}
