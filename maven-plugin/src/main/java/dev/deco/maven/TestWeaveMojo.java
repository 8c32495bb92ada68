package dev.deco.maven;

import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Weaves the project's test classes where they are, as {@code weave} does the main classes. */
@Mojo(name = "test-weave", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class TestWeaveMojo extends WeaveMojo {
  @Override
  ClassSet classes() throws DependencyResolutionRequiredException {
    return ClassSet.test(project);
  }
}
