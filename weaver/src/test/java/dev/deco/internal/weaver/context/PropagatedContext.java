package dev.deco.internal.weaver.context;

import dev.deco.ContextProvider;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;

/** Micrometer's context propagation, as the guide shows it, with the logger's diagnostic context. */
public final class PropagatedContext implements ContextProvider {
  private static final ContextSnapshotFactory FACTORY = ContextSnapshotFactory.builder()
      .contextRegistry(new ContextRegistry().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor())).build();

  @Override
  public Snapshot capture() {
    ContextSnapshot snapshot = FACTORY.captureAll();
    return () -> snapshot.setThreadLocals()::close;
  }
}
