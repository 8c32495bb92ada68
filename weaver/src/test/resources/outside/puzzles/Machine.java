import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** A little computer with input and output; which noun and verb, and which phases, give the most. */
public class Machine {
  private final long[] memory;
  private int at;
  private final Queue<Long> input = new ArrayDeque<>();
  private final Queue<Long> output = new ArrayDeque<>();

  Machine(long[] program) {
    memory = Arrays.copyOf(program, program.length + 100);
  }

  private int address(int operand) {
    int mode = (int) (memory[at] / (operand == 1 ? 100 : operand == 2 ? 1000 : 10000) % 10);
    return mode == 1 ? at + operand : (int) memory[at + operand];
  }

  /** True: it has halted; false: it waits for input. */
  boolean run() {
    while (true) {
      switch ((int) (memory[at] % 100)) {
        case 1 -> {
          memory[address(3)] = memory[address(1)] + memory[address(2)];
          at += 4;
        }
        case 2 -> {
          memory[address(3)] = memory[address(1)] * memory[address(2)];
          at += 4;
        }
        case 3 -> {
          if (input.isEmpty()) {
            return false;
          }
          memory[address(1)] = input.remove();
          at += 2;
        }
        case 4 -> {
          output.add(memory[address(1)]);
          at += 2;
        }
        case 5 -> at = memory[address(1)] != 0 ? (int) memory[address(2)] : at + 3;
        case 6 -> at = memory[address(1)] == 0 ? (int) memory[address(2)] : at + 3;
        case 7 -> {
          memory[address(3)] = memory[address(1)] < memory[address(2)] ? 1 : 0;
          at += 4;
        }
        case 8 -> {
          memory[address(3)] = memory[address(1)] == memory[address(2)] ? 1 : 0;
          at += 4;
        }
        case 99 -> {
          return true;
        }
        default -> throw new IllegalStateException("operation " + memory[at] + " at " + at);
      }
    }
  }

  @Concurrent
  static long result(long[] program, int noun, int verb) {
    Machine machine = new Machine(program);
    machine.memory[1] = noun;
    machine.memory[2] = verb;
    machine.run();
    return machine.memory[0];
  }

  @Concurrent
  static long amplify(long[] program, int[] phases) {
    long signal = 0;
    for (int phase : phases) {
      Machine machine = new Machine(program);
      machine.input.add((long) phase);
      machine.input.add(signal);
      machine.run();
      signal = machine.output.remove();
    }
    return signal;
  }

  @Synchronized
  static int search(long[] program, long wanted) {
    for (int noun = 0; noun < 40; noun++) {
      for (int verb = 0; verb < 40; verb++) {
        if (result(program, noun, verb) == wanted) {
          return 100 * noun + verb;
        }
      }
    }
    return -1;
  }

  @Synchronized
  static long most(long[] program) {
    long most = Long.MIN_VALUE;
    for (int code = 0; code < 3125; code++) {
      int[] phases = new int[5];
      int rest = code;
      for (int i = 0; i < 5; i++) {
        phases[i] = rest % 5;
        rest /= 5;
      }
      if (Arrays.stream(phases).distinct().count() == 5) {
        most = Math.max(most, amplify(program, phases));
      }
    }
    return most;
  }

  public static void main(String[] args) {
    long[] sums = {1, 0, 0, 3, 1, 1, 2, 0, 2, 0, 0, 0, 99};
    System.out.println(result(sums, 5, 6) + " " + search(sums, 144));
    long[] amplifier = {3, 15, 3, 16, 1002, 16, 10, 16, 1, 16, 15, 15, 4, 15, 99, 0, 0};
    System.out.println(most(amplifier));
    try {
      System.out.println(result(sums, 40, 700));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }
}
