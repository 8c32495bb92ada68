package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final class Node {
    private final Object held;

    Node(Object held) {
      this.held = held;
    }
  }

  private static final String HELD = "dev/deco/internal/runtime/ReachTest$Node.held";
  private static final Object WANTED = new Object();

  private static boolean leads(String path, Object from) throws Throwable {
    Reach reach = (Reach) Reach.link(MethodHandles.lookup(), "reach", MethodType.methodType(Reach.class), path)
        .getTarget().invoke();
    return reach.leadsTo(from, object -> object == WANTED);
  }

  @Test void throughFieldsElementsAndContent() throws Throwable {
    assertThat(leads(HELD, new Node(WANTED))).isTrue();
    assertThat(leads(HELD, new Node("other"))).isFalse();
    assertThat(leads("[];" + HELD, new Node[] {null, new Node(null), new Node(WANTED)})).isTrue();
    assertThat(leads("[];" + HELD, new Node[] {null, new Node(null), new Node("other")})).isFalse();
    assertThat(leads("{};" + HELD, List.of(new Node("other"), new Node(WANTED)))).isTrue();
    assertThat(leads("{};" + HELD, List.of(new Node("other")))).isFalse();
    assertThat(leads("{};{}", List.of(List.of("other"), List.of(WANTED)))).isTrue();
  }

  @Test void mapsHoldKeysAndValues() throws Throwable {
    assertThat(leads("{}", Map.of(WANTED, 1))).isTrue();
    assertThat(leads("{}", Map.of(1, WANTED))).isTrue();
    assertThat(leads("{}", Map.of(1, 2))).isFalse();
    assertThat(leads("{}", Optional.of(WANTED))).isTrue();
    assertThat(leads("{}", Optional.empty())).isFalse();
  }

  @Test void objectsOfOtherTypesAreNoneOfIt() throws Throwable {
    assertThat(leads("{};" + HELD, Arrays.asList("a string", null, new int[3]))).isFalse();
    assertThat(leads("[];" + HELD, "no array")).isFalse();
  }

  /** A collection of the user's is not asked: its code would run. */
  @Test void whatCannotBeLookedAtMayBeAnything() throws Throwable {
    List<Object> own = new ArrayList<>() {
      @Override public Iterator<Object> iterator() {
        throw new AssertionError("the user's code ran");
      }
    };
    assertThat(leads("{}", own)).isTrue();
    assertThat(leads("{}", List.of(1).iterator())).isTrue();
    assertThat(leads("no/such/Type.held", new Node(null))).isTrue();
    assertThat(leads("dev/deco/internal/runtime/ReachTest$Node.gone", new Node(null))).isTrue();
  }

  @Test void whatIsChangedMeanwhileMayBeAnything() throws Throwable {
    List<Object> all = new ArrayList<>(Collections.nCopies(3, "other"));
    Reach reach = (Reach) Reach.link(MethodHandles.lookup(), "reach", MethodType.methodType(Reach.class), "{}")
        .getTarget().invoke();
    assertThat(reach.leadsTo(all, object -> {
      all.add("one more");
      return false;
    })).isTrue();
  }
}
