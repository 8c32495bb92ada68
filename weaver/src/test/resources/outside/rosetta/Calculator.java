import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringTokenizer;

/** The shunting-yard algorithm, and a machine that runs what it makes. */
public class Calculator {
  private static int power(String operator) {
    return switch (operator) {
      case "^" -> 4;
      case "*", "/" -> 3;
      case "+", "-" -> 2;
      default -> 0;
    };
  }

  static String postfix(String infix) {
    StringBuilder out = new StringBuilder();
    Deque<String> operators = new ArrayDeque<>();
    StringTokenizer tokens = new StringTokenizer(infix, " ()+-*/^", true);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      if (token.isBlank()) {
        continue;
      } else if (token.equals("(")) {
        operators.push(token);
      } else if (token.equals(")")) {
        while (!operators.peek().equals("(")) {
          out.append(operators.pop()).append(' ');
        }
        operators.pop();
      } else if (power(token) > 0) {
        while (!operators.isEmpty() && (power(operators.peek()) > power(token)
            || power(operators.peek()) == power(token) && !token.equals("^"))) {
          out.append(operators.pop()).append(' ');
        }
        operators.push(token);
      } else {
        out.append(token).append(' ');
      }
    }
    while (!operators.isEmpty()) {
      out.append(operators.pop()).append(' ');
    }
    return out.toString().trim();
  }

  @Concurrent
  static double value(String infix) {
    Deque<Double> stack = new ArrayDeque<>();
    for (String token : postfix(infix).split(" ")) {
      if (power(token) == 0) {
        stack.push(Double.parseDouble(token));
        continue;
      }
      double right = stack.pop();
      double left = stack.pop();
      stack.push(switch (token.charAt(0)) {
        case '+' -> left + right;
        case '-' -> left - right;
        case '*' -> left * right;
        case '/' -> left / right;
        default -> Math.pow(left, right);
      });
    }
    return stack.pop();
  }

  @Synchronized
  public static void main(String[] args) {
    String[] formulas = {"3 + 4 * 2 / ( 1 - 5 ) ^ 2 ^ 3", "((1+2)^(3+4))^(5+6)", "2 - 3 - 4", "2 ^ 3 ^ 2", "1 / 0 - 2",
        "(1 + 2) * 3 4", "7 * (8 + 9 +", "oops + 1", "10 / 4 / 5"};
    double sum = 0;
    for (String formula : formulas) {
      try {
        double value = value(formula);
        System.out.println(formula + " = " + value);
        sum += value;
      } catch (RuntimeException bad) {
        System.out.println(formula + ": " + bad.getClass().getSimpleName());
      }
    }
    System.out.println(sum);
  }
}
