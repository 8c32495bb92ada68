package dev.deco.internal.weaver.effects;

import dev.deco.ConfigurationException;
import dev.deco.internal.weaver.effects.EffectsTable.Line;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;

/**
 * What a user says of methods in a file {@code deco-effects.txt}, in the form of the platform's table.
 *
 * <p><b>Concurrency:</b> immutable.
 *
 * @param origin the file, for messages
 * @param text its lines
 */
public record DeclaredEffects(String origin, List<String> text) {
  /** The name of such files, in the roots of a class path and in the working directory. */
  public static final String FILE = "deco-effects.txt";

  public DeclaredEffects {
    text = List.copyOf(text);
  }

  /** @throws ConfigurationException if a line cannot be read, or names a class or a method that is not there */
  EffectsTable table(Classes classes) {
    EffectsTable table = EffectsTable.parse(origin, text);
    for (Line line : table.lines()) {
      if (classes.find(line.type()) == null) {
        throw new ConfigurationException(line.place() + ": there is no class " + line.type().replace('/', '.')
            + " on the class path; see how it is spelled ($ before a nested class's name), or put it on the class "
            + "path.");
      } else if (!declares(classes, line)) {
        throw new ConfigurationException(line.place() + ": " + line.type().replace('/', '.') + " has no method "
            + line.method() + "; write its name, or NAME(TYPE,TYPE) with simple type names and no space, "
            + "new for a constructor, or * for all of its methods.");
      }
    }
    return table;
  }

  private static boolean declares(Classes classes, Line line) {
    String name = line.method().replaceFirst("\\(.*", "");
    if (name.equals("*")) {
      return true;
    }
    for (String type : name.equals("new") ? List.of(line.type()) : classes.supertypes(line.type())) {
      ClassNode node = classes.find(type);
      if (node == null || node.methods.stream().anyMatch(method -> name.equals(method.name.equals("<init>") ? "new"
          : method.name) && (name.equals(line.method())
              || line.method().equals(name + EffectsTable.parameters(method.desc))))) {
        return true; // a missing supertype may have it
      }
    }
    return false;
  }
}
