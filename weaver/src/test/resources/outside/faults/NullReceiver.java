// A null receiver of a recursive call in a final class.
import dev.deco.Concurrent;
import dev.deco.Synchronized;

class Main {
  static final class Tree {
    final Tree left;
    final Tree right;

    Tree(Tree left, Tree right) {
      this.left = left;
      this.right = right;
    }

    @Concurrent
    @Synchronized
    int leaves(int depth) {
      if (depth == 0) {
        return 1;
      }
      return left.leaves(depth - 1) + right.leaves(depth - 1);
    }
  }

  static Tree full(int depth) {
    return depth == 0 ? null : new Tree(full(depth - 1), full(depth - 1));
  }

  public static void main(String[] args) {
    Tree tree = full(12);
    for (int i = 0; i < 20; i++) {
      try {
        System.out.println(tree.leaves(12));
      } catch (NullPointerException e) {
        System.out.println("NullPointerException");
      }
    }
  }
}
