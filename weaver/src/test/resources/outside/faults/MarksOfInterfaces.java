// Marks on abstract methods, on default methods of sub-interfaces, and on overrides only.
import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

class MarksOfInterfaces {
  interface Base {
    int f(int x);
  }

  interface Sub extends Base {
    @Concurrent
    default int f(int x) {
      return work(x) * 31 % 7;
    }
  }

  static class Both implements Base, Sub {}

  interface Agent {
    @Concurrent
    double act(double t);
  }

  record Walker(double k) implements Agent {
    public double act(double t) {
      return work((int) k) + t;
    }
  }

  interface Unmarked {
    double act(double t);
  }

  record Runner(double k) implements Unmarked {
    @Concurrent
    public double act(double t) {
      return work((int) k) - t;
    }
  }

  abstract static class Shape {
    int area;

    @Concurrent
    abstract int area(int k);
  }

  static class Square extends Shape {
    @Override
    int area(int k) {
      area += k;
      return work(area);
    }
  }

  static int work(int i) {
    double s = 0;
    for (int k = 1; k < 500; k++) {
      s += Math.sin(i + k) / k;
    }
    return (int) (s * 1000) + i;
  }

  @Synchronized
  static int[] inherited(Both both, int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = both.f(i);
    }
    return out;
  }

  @Synchronized
  static double agents(List<Agent> agents, List<Unmarked> others) {
    double sum = 0;
    for (Agent agent : agents) {
      sum += agent.act(2);
    }
    for (Unmarked other : others) {
      sum = sum * 0.5 + other.act(3);
    }
    return sum;
  }

  @Synchronized
  static int shapes(Shape shape, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum = sum * 3 + shape.area(i);
    }
    return sum;
  }

  public static void main(String[] args) {
    List<Agent> agents = new ArrayList<>();
    List<Unmarked> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      agents.add(new Walker(i));
      others.add(new Runner(i));
    }
    System.out.println(inherited(new Both(), 50)[40]);
    System.out.println(agents(agents, others));
    System.out.println(shapes(new Square(), 100));
  }
}
