package dev.deco.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.effects.DeclaredEffects;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectsFilesTest {
  private static final String GOOD = "class java.util.Timer\n  purge : pure\n";

  @TempDir
  Path temporary;

  private Path folder(String text) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("a folder"));
    Files.writeString(folder.resolve(DeclaredEffects.FILE), text);
    return folder;
  }

  private Path jar(String text) throws IOException {
    Path jar = temporary.resolve("library.jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(DeclaredEffects.FILE));
      entries.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void foldersAndJarsOfAClassPathMayHoldOne() throws IOException {
    try (ClassPath classPath = new ClassPath(List.of(folder(GOOD), jar("-- nothing\n")))) {
      List<DeclaredEffects> found = EffectsFiles.of(classPath);
      assertThat(found).extracting(DeclaredEffects::origin).containsExactly(
          temporary.resolve("a folder").resolve(DeclaredEffects.FILE).toString(),
          temporary.resolve("library.jar") + "!/" + DeclaredEffects.FILE);
      assertThat(found.get(0).text()).containsExactly("class java.util.Timer", "  purge : pure");
    }
  }

  @Test
  void aClassLoaderFindsTheSame() throws IOException {
    URL[] urls = {folder(GOOD).toUri().toURL(), jar("-- nothing\n").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(EffectsFiles.of(loader)).extracting(DeclaredEffects::origin).satisfiesExactly(
          first -> assertThat(first).isEqualTo(temporary.resolve("a folder").resolve(DeclaredEffects.FILE).toString()),
          second -> assertThat(second).contains("library.jar!/"));
    }
  }

  @Test
  void aBadLineStopsTheBuildWithFileAndLine() throws IOException {
    Path folder = folder("class java.util.Timer\n  purge : cleans this\n");
    assertThatThrownBy(() -> new ClassFolder(folder, List.of()).weaveInto(temporary.resolve("out")))
        .isInstanceOf(WeavingException.class)
        .hasMessageContaining(folder.resolve(DeclaredEffects.FILE) + ":2: 'cleans' is not a word");
    assertThatThrownBy(() -> new ClassFolder(folder, List.of()).findings()).isInstanceOf(WeavingException.class);
  }
}
