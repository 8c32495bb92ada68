package dev.deco.internal.weaver.flow;

import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call of a stream that is given a function which calls a concurrent method.
 *
 * @param name {@code Main.f}, the concurrent method, for messages
 * @param last the index of the stream's terminal operation, where {@code ahead}
 * @param ahead whether the function runs in tasks, ahead of the stream's reader
 * @param distinct whether the running program must see to it that no two tasks hold the same element
 * @param content whether that goes for the elements' content, too, which another element may show
 * @param prints whether the function prints
 * @param trusted whether it is trusted in what could not be seen, and nobody has signed for it
 * @param why why it does, or why not
 * @param cure what to do about it, where it does not
 */
public record StreamCall(int index, MethodInsnNode call, String name, int last, boolean ahead, boolean distinct,
    boolean content, boolean prints, boolean trusted,
    String why, String cure) {
  StreamCall inPlace(String reason, String help) {
    return new StreamCall(index, call, name, last, false, false, false, false, false, reason, help);
  }
}
