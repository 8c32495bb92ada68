import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Many trees of all depths, made and walked. */
public class BinaryTrees {
  private static final int LEAST = 4;

  private record Node(Node left, Node right) {
    static Node of(int depth) {
      return depth == 0 ? new Node(null, null) : new Node(of(depth - 1), of(depth - 1));
    }

    int check() {
      return left == null ? 1 : 1 + left.check() + right.check();
    }
  }

  @Concurrent
  static int check(int depth) {
    return Node.of(depth).check();
  }

  @Synchronized
  static void run(int most) {
    System.out.println("stretch tree of depth " + (most + 1) + "\t check: " + check(most + 1));
    Node lasting = Node.of(most);
    for (int depth = LEAST; depth <= most; depth += 2) {
      int trees = 1 << most - depth + LEAST;
      int sum = 0;
      for (int i = 0; i < trees; i++) {
        sum += check(depth);
      }
      System.out.println(trees + "\t trees of depth " + depth + "\t check: " + sum);
    }
    System.out.println("long lived tree of depth " + most + "\t check: " + lasting.check());
  }

  public static void main(String[] args) {
    run(10);
  }
}
