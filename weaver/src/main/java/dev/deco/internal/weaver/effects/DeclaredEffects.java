package dev.deco.internal.weaver.effects;

import dev.deco.ConfigurationException;
import dev.deco.internal.weaver.effects.EffectsTable.Line;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

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
    table.types().forEach((type, place) -> {
      if (classes.find(type) == null) {
        throw new ConfigurationException(place + ": there is no class " + type.replace('/', '.')
            + " on the class path; see how it is spelled ($ before a nested class's name), or put it on the class "
            + "path.");
      }
    });
    for (Line line : table.lines()) {
      int parameters = parameters(classes, line);
      if (parameters < 0) {
        throw new ConfigurationException(line.place() + ": " + line.type().replace('/', '.') + " has no method "
            + line.method() + "; write its name, or NAME(TYPE,TYPE) with simple type names and no space, "
            + "new for a constructor, or * for all of its methods.");
      }
      int named = line.clauses().stream().flatMap(clause -> clause.words().stream())
          .mapToInt(DeclaredEffects::parameter).max().orElse(0);
      if (named > parameters) {
        throw new ConfigurationException(line.place() + ": " + line.type().replace('/', '.') + "." + line.method()
            + " has no parameter #" + named + "; " + (parameters == 0 ? "it has none."
            : "its last one is #" + parameters + "."));
      }
    }
    return table;
  }

  /** How many parameters the method has, or the longest of several; -1: there is no such method. */
  private static int parameters(Classes classes, Line line) {
    String name = line.method().replaceFirst("\\(.*", "");
    int most = name.equals("*") ? 0 : -1;
    for (String type : name.equals("new") ? List.of(line.type()) : classes.supertypes(line.type())) {
      ClassNode node = classes.find(type);
      if (node == null) {
        return Integer.MAX_VALUE; // a missing supertype may have it
      }
      for (MethodNode method : node.methods) {
        boolean named = name.equals("*") || name.equals(method.name.equals("<init>") ? "new" : method.name)
            && (name.equals(line.method()) || line.method().equals(name + EffectsTable.parameters(method.desc)));
        most = named ? Math.max(most, Type.getArgumentTypes(method.desc).length) : most;
      }
    }
    return most;
  }

  /** The number of the parameter that a word names, {@code held(#2).content}; 0: it names none. */
  private static int parameter(String word) {
    int at = word.indexOf('#');
    return at < 0 ? 0 : Integer.parseInt(word.substring(at + 1).replaceFirst("\\D.*", ""));
  }
}
