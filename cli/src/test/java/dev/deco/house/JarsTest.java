package dev.deco.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.Deco;
import dev.deco.internal.weaver.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the jars that users get, and what is not. */
class JarsTest {
  private static final int JAVA_17 = 61;
  private static final Pattern ASM = Pattern.compile("org/objectweb/asm/(?!Opcodes)");
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.*)");

  private static Path core() {
    return jarOf(Deco.class);
  }

  private static Path weaver() {
    return jarOf(Weaver.class);
  }

  private static Path commandLine() {
    return Path.of("target", "deco.jar");
  }

  private static Stream<Path> jars() {
    return Stream.of(core(), weaver(), commandLine());
  }

  private static Path jarOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static List<JarEntry> files(JarFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).toList();
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Test
  void theRuntimeIsANamedModuleThatNeedsOnlyTheBase() {
    ModuleDescriptor module = ModuleFinder.of(core()).find("dev.deco").orElseThrow().descriptor();

    assertThat(module.isAutomatic()).isFalse();
    assertThat(module.requires()).extracting(ModuleDescriptor.Requires::name).containsExactly("java.base");
    assertThat(module.exports()).anySatisfy(export -> {
      assertThat(export.source()).isEqualTo("dev.deco");
      assertThat(export.isQualified()).isFalse();
    });
  }

  @Test
  void theRuntimeHasNoDependencies() throws IOException {
    try (JarFile jar = new JarFile(core().toFile())) {
      String pom = new String(bytes(jar, jar.getJarEntry("META-INF/maven/dev.deco/deco/pom.xml")), StandardCharsets.UTF_8);

      assertThat(pom).contains("<artifactId>deco</artifactId>");
      assertThat(Stream.of(pom.split("<dependency>")).skip(1).map(text -> text.substring(0, text.indexOf("</dependency>"))))
          .allMatch(dependency -> dependency.contains("<scope>test</scope>"));
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyClassHasANameOfDecosOwn(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(files(jar)).extracting(JarEntry::getName).filteredOn(name -> name.endsWith(".class"))
          .allMatch(name -> name.replaceFirst("^META-INF/(versions/\\d+|deco/demo)/", "")
              .matches("dev/deco/.*|module-info\\.class|climate/.*"))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void noClassUsesAsmUnderItsOwnName(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : files(jar)) {
        if (entry.getName().endsWith(".class")) {
          // A class that only uses constants of Opcodes names it still, to nobody.
          assertThat(ASM.matcher(new String(bytes(jar, entry), StandardCharsets.ISO_8859_1)).find()).as(entry.getName())
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void classesAreForJava17AndNewerOnesWhereTheManifestSaysSo(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      boolean declared = jar.isMultiRelease();
      for (JarEntry entry : files(jar)) {
        Matcher versioned = VERSIONED.matcher(entry.getName());
        boolean newer = versioned.matches();
        assertThat(newer && !declared).as("%s, without Multi-Release: true", entry.getName()).isFalse();
        if (entry.getName().endsWith(".class")) {
          int major = ByteBuffer.wrap(bytes(jar, entry)).getShort(6);
          int newest = newer ? Integer.parseInt(versioned.group(1)) + 44 : JAVA_17;
          assertThat(major).as(entry.getName()).isLessThanOrEqualTo(newest);
        }
      }
    }
  }

  @Test
  void whatIsShadedComesWithItsLicence() throws IOException {
    for (Path path : List.of(weaver(), commandLine())) {
      try (JarFile jar = new JarFile(path.toFile())) {
        assertThat(jar.getJarEntry("META-INF/licenses/asm.txt")).as(path.toString()).isNotNull();
      }
    }
  }
}
