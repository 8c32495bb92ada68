package dev.deco.maven;

import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Looks for trouble in how the project's test classes use Deco, as {@code check} does in the main classes. */
@Mojo(name = "test-check", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class TestCheckMojo extends CheckMojo {
  @Override
  ClassSet classes() throws DependencyResolutionRequiredException {
    return ClassSet.test(project);
  }
}
