package dev.deco.maven;

import dev.deco.internal.files.ClassFolder;
import dev.deco.internal.weaver.WeavingException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Weaves the project's classes where they are. Classes whose woven form has not changed are not touched. */
@Mojo(name = "weave", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.COMPILE)
public final class WeaveMojo extends ClassesMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    ClassFolder classes = classes();
    if (classes == null) {
      return;
    }
    try {
      ClassFolder.Result result = classes.weaveInto(classesDirectory.toPath());
      getLog().info(result.woven() == 0 ? "Nothing to weave - all classes are up to date"
          : "Wove " + result.woven() + " of " + result.classes() + " classes in " + classesDirectory);
    } catch (WeavingException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot weave " + classesDirectory + ": " + e.getMessage(), e);
    }
  }
}
