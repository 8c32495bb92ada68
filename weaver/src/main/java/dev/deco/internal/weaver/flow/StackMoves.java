package dev.deco.internal.weaver.flow;

import org.objectweb.asm.Opcodes;

/** What the stack instructions (POP to SWAP) do, as a permutation of the items that they pop. */
final class StackMoves {
  private StackMoves() {}

  static boolean isStackMove(int opcode) {
    return opcode >= Opcodes.POP && opcode <= Opcodes.SWAP;
  }

  /** How many items the instruction pops; {@code sizes} are the sizes of the stack's items from the top down. */
  static int popped(int opcode, int... sizes) {
    return switch (opcode) {
      case Opcodes.POP, Opcodes.DUP -> 1;
      case Opcodes.POP2, Opcodes.DUP2 -> sizes[0] == 2 ? 1 : 2;
      case Opcodes.DUP_X1, Opcodes.SWAP -> 2;
      case Opcodes.DUP_X2 -> sizes[1] == 2 ? 2 : 3;
      case Opcodes.DUP2_X1 -> sizes[0] == 2 ? 2 : 3;
      case Opcodes.DUP2_X2 -> {
        int top = sizes[0] == 2 ? 1 : 2;
        yield top + (sizes[top] == 2 ? 1 : 2);
      }
      default -> throw new IllegalArgumentException("opcode " + opcode);
    };
  }

  /** Which of the popped items (0 is the lowest) it pushes, bottom first; {@code top} has size 2 or not. */
  static int[] pushed(int opcode, int popped, boolean wideTop) {
    int moved = switch (opcode) {
      case Opcodes.DUP, Opcodes.DUP_X1, Opcodes.DUP_X2 -> 1;
      case Opcodes.DUP2, Opcodes.DUP2_X1, Opcodes.DUP2_X2 -> wideTop ? 1 : 2;
      default -> 0;
    };
    if (opcode == Opcodes.SWAP) {
      return new int[] {1, 0};
    }
    if (moved == 0) {
      return new int[0];
    }
    int[] result = new int[popped + moved];
    for (int i = 0; i < moved; i++) {
      result[i] = popped - moved + i;
    }
    for (int i = 0; i < popped; i++) {
      result[moved + i] = i;
    }
    return result;
  }
}
