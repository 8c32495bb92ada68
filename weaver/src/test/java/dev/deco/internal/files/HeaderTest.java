package dev.deco.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.effects.Hierarchy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class HeaderTest {
  @Test void itSaysOfThePlatformsClassesWhatAFullReaderSays() throws IOException {
    Path utilities = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base", "java", "util");
    int functions = 0;
    try (Stream<Path> files = Files.walk(utilities).filter(file -> file.toString().endsWith(".class"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        byte[] bytes = Files.readAllBytes(file);
        Header header = Header.of(bytes);
        assertThat(header).as(file.toString()).isEqualTo(expected(bytes));
        functions += header.made().size();
      }
    }
    assertThat(functions).isGreaterThan(100);
  }

  private static Header expected(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    List<String> supertypes = new ArrayList<>();
    supertypes.add(reader.getSuperName());
    supertypes.addAll(List.of(reader.getInterfaces()));
    Set<String> made = new LinkedHashSet<>();
    reader.accept(new ClassVisitor(Opcodes.ASM9) {
      @Override public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
          String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
          @Override public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... rest) {
            if (Type.getReturnType(type).getSort() == Type.OBJECT) {
              made.add(Type.getReturnType(type).getInternalName());
            }
          }
        };
      }
    }, 0);
    return new Header(reader.getClassName(), supertypes, made, named(reader));
  }

  /** Those of the names asked for that are a text in its constant pool. */
  private static Set<String> named(ClassReader reader) {
    Set<String> named = new LinkedHashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == 1) { // a UTF-8 text
        byte[] text = new byte[reader.readUnsignedShort(item)];
        for (int k = 0; k < text.length; k++) {
          text[k] = (byte) reader.readByte(item + 2 + k);
        }
        named.add(new String(text, StandardCharsets.UTF_8));
      }
    }
    named.retainAll(Hierarchy.NAMES);
    return named;
  }

  @Test void namesNeedNotBeAscii() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "größe/Δ\0😀", null, "java/lang/Object", new String[] {"größe/Maß"});
    assertThat(Header.of(writer.toByteArray()))
        .isEqualTo(new Header("größe/Δ\0😀", List.of("java/lang/Object", "größe/Maß"), Set.of(), Set.of()));
  }

  @Test void whatIsNoClassFileHasNone() {
    assertThat(Header.of(new byte[0])).isNull();
    assertThat(Header.of("This is no class file at all, however long it may be.".getBytes(StandardCharsets.US_ASCII)))
        .isNull();
  }
}
