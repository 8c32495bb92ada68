package dev.deco.internal.files;

import dev.deco.internal.weaver.effects.Hierarchy;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file says of its class besides its code: name, supertypes, the types of the functions that it makes, and
 * some of the names in it. A class path has thousands, and a program that is woven as it loads waits for all of them:
 * so no more is read of a file than its constant pool (JVMS 4.4), and no text of that which is not asked for.
 *
 * @param name internal name
 * @param supertypes the superclass, if it has one, and the interfaces
 * @param made the object types that its {@code invokedynamic} instructions yield; and {@code LinkedHashMap} if it calls
 *     the constructor by which that can be in access order
 * @param named which of {@link Hierarchy#NAMES} are in it, as the names of methods or classes
 */
record Header(String name, List<String> supertypes, Set<String> made, Set<String> named) {
  private static final int UTF8 = 1;
  private static final String MAP = "java/util/LinkedHashMap";
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int METHOD = 10;
  private static final int METHOD_HANDLE = 15;
  private static final int INVOKE_DYNAMIC = 18;
  private static final String[] NAMES = Hierarchy.NAMES.toArray(String[]::new);

  /** @return {@code null} for what is not a class file */
  static Header of(byte[] file) {
    try {
      return new Reader(file).read();
    } catch (IndexOutOfBoundsException | IOException notOne) {
      return null;
    }
  }

  private static final class Reader {
    private final byte[] file;
    private int[] items;

    Reader(byte[] file) {
      this.file = file;
    }

    Header read() throws IOException {
      items = new int[number(8)];
      List<Integer> dynamic = new ArrayList<>();
      Set<String> named = new LinkedHashSet<>();
      List<Integer> methods = new ArrayList<>();
      int at = 10;
      for (int i = 1; i < items.length; i++) {
        items[i] = at;
        int tag = file[at];
        at += length(tag, at);
        if (tag == INVOKE_DYNAMIC) {
          dynamic.add(i);
        } else if (tag == UTF8) {
          named(items[i], named);
        } else if (tag == METHOD) {
          methods.add(i);
        } else if (tag == LONG || tag == DOUBLE) {
          i++; // takes two numbers
        }
      }
      List<String> supertypes = new ArrayList<>();
      if (number(at + 4) != 0) {
        supertypes.add(className(number(at + 4)));
      }
      for (int i = 0; i < number(at + 6); i++) {
        supertypes.add(className(number(at + 8 + 2 * i)));
      }
      Set<String> made = made(dynamic);
      for (int item : methods) {
        if (isText(number(items[number(items[item] + 1)] + 1), MAP)
            && isText(number(items[number(items[item] + 3)] + 3), "(IFZ)V")) {
          made.add(MAP);
        }
      }
      return new Header(className(number(at + 2)), supertypes, made, named);
    }

    private void named(int item, Set<String> to) {
      int length = number(item + 1);
      for (String name : NAMES) {
        int i = name.length() == length ? length : -1;
        while (i > 0 && file[item + 2 + i] == name.charAt(i - 1)) {
          i--;
        }
        if (i == 0) {
          to.add(name);
        }
      }
    }

    private int length(int tag, int at) throws IOException {
      return switch (tag) {
        case UTF8 -> 3 + number(at + 1);
        case 3, 4, 9, 10, 11, 12, 17, INVOKE_DYNAMIC -> 5;
        case LONG, DOUBLE -> 9;
        case METHOD_HANDLE -> 4;
        case 7, 8, 16, 19, 20 -> 3;
        default -> throw new IOException("constant of kind " + tag);
      };
    }

    private Set<String> made(List<Integer> dynamic) throws IOException {
      Set<String> made = new LinkedHashSet<>();
      for (int item : dynamic) {
        int nameAndType = items[number(items[item] + 3)];
        String descriptor = text(number(nameAndType + 3));
        int result = descriptor.indexOf(')') + 1;
        if (descriptor.charAt(result) == 'L') {
          made.add(descriptor.substring(result + 1, descriptor.length() - 1));
        }
      }
      return made;
    }

    private boolean isText(int item, String ascii) throws IOException {
      int at = items[item];
      return number(at + 1) == ascii.length() && text(item).equals(ascii);
    }

    private String className(int item) throws IOException {
      return text(number(items[item] + 1));
    }

    private String text(int item) throws IOException {
      int at = items[item];
      int length = number(at + 1);
      String plain = new String(file, at + 3, length, StandardCharsets.UTF_8);
      return plain.length() == length ? plain // nothing but ASCII: the same in both encodings
          : new DataInputStream(new ByteArrayInputStream(file, at + 1, length + 2)).readUTF();
    }

    private int number(int at) {
      return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }
  }
}
