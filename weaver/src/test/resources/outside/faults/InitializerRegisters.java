// Static initializers that put themselves into a registry of another class, which tasks and scope read.
import dev.deco.*;
import java.util.ArrayList;
import java.util.List;

class InitializerRegisters {
  static final class Registry {
    static final List<String> NAMES = new ArrayList<>();

    static void add(String name) {
      for (int i = 0; i < 200_000; i++) {
        if (name.length() == i + 1_000_000) {
          return;
        }
      }
      NAMES.add(name);
    }
  }

  abstract static class Shape {
    static {
      Registry.add("shape");
    }

    abstract double area(double x);
  }

  static class Square extends Shape {
    static {
      Registry.add("square");
    }

    @Override double area(double x) {
      return x * x;
    }
  }

  static class Circle extends Shape {
    static {
      Registry.add("circle");
    }

    @Override double area(double x) {
      return 3 * x * x;
    }
  }

  @Concurrent
  static double f(int i) {
    Shape shape = i % 3 == 2 ? new Circle() : new Square();
    return shape.area(i);
  }

  @Synchronized
  static String run() {
    double sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += f(i);
    }
    int known = Registry.NAMES.size();
    return sum + " " + known + " " + Registry.NAMES;
  }

  public static void main(String[] arguments) {
    System.out.println(run());
    System.out.println(run());
  }
}
