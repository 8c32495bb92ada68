package dev.deco.maven;

import dev.deco.internal.files.ClassFolder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Weaves the project's classes where they are. What is woven follows from the classes as the compiler wrote them and
 * from the classes that they call; where none of these has changed, nothing is done.
 */
@Mojo(name = "weave", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.COMPILE)
public class WeaveMojo extends ClassesMojo {
  @Override
  void execute(ClassSet set, ClassFolder classes) throws IOException {
    long start = System.nanoTime();
    ClassFolder.Result result = classes.weaveInPlace(set.record(), "includes " + includes + " excludes " + excludes);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    String all = result.classes() + (result.classes() == 1 ? " class" : " classes");
    if (result.written() > 0 && result.woven() == 0) {
      getLog().info("Deco: " + result.written() + " of " + all + " no longer woven, as nothing in them is to be");
    } else if (result.written() > 0) {
      getLog().info("Deco: " + result.written() + " of " + all + " woven in " + millis + " ms");
    } else if (result.woven() > 0) {
      getLog().info("Deco: nothing to weave, " + result.woven() + " of " + all + " are woven and up to date");
    } else {
      getLog().info("Deco: nothing to weave, no concurrent method is called from a synchronized one in " + all);
    }
  }
}
