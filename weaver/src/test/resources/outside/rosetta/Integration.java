import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Numerical integration: four rules, four functions. */
public class Integration {
  interface Rule {
    double area(DoubleUnaryOperator f, double a, double b, int n);
  }

  @Concurrent
  static double integrate(Rule rule, DoubleUnaryOperator f, double a, double b, int n) {
    return rule.area(f, a, b, n);
  }

  private static double left(DoubleUnaryOperator f, double a, double b, int n) {
    double h = (b - a) / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f.applyAsDouble(a + i * h);
    }
    return sum * h;
  }

  private static double trapezium(DoubleUnaryOperator f, double a, double b, int n) {
    double h = (b - a) / n;
    double sum = f.applyAsDouble(a) + f.applyAsDouble(b);
    for (int i = 1; i < n; i++) {
      sum += 2 * f.applyAsDouble(a + i * h);
    }
    return sum * h / 2;
  }

  static class Simpson implements Rule {
    @Override public double area(DoubleUnaryOperator f, double a, double b, int n) {
      double h = (b - a) / n;
      double odd = f.applyAsDouble(a + h / 2);
      double even = 0;
      for (int i = 1; i < n; i++) {
        odd += f.applyAsDouble(a + h * i + h / 2);
        even += f.applyAsDouble(a + h * i);
      }
      return h / 6 * (f.applyAsDouble(a) + f.applyAsDouble(b) + 4 * odd + 2 * even);
    }
  }

  @Synchronized
  static Map<String, double[]> table() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("left", Integration::left);
    rules.put("trapezium", Integration::trapezium);
    rules.put("simpson", new Simpson());
    rules.put("mid", (f, a, b, n) -> left(f, a + (b - a) / n / 2, b + (b - a) / n / 2, n));
    DoubleUnaryOperator[] functions = {x -> x * x * x, x -> 1 / x, Math::exp, x -> Math.sin(x) * x};
    Map<String, double[]> table = new LinkedHashMap<>();
    for (Map.Entry<String, Rule> rule : rules.entrySet()) {
      double[] areas = new double[functions.length];
      for (int k = 0; k < functions.length; k++) {
        areas[k] = integrate(rule.getValue(), functions[k], 1, 5 + k, 4000);
      }
      table.put(rule.getKey(), areas);
    }
    return table;
  }

  public static void main(String[] args) {
    table().forEach((name, areas) -> System.out.println(name + " " + java.util.Arrays.toString(areas)));
  }
}
