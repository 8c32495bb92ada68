package dev.deco.internal.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A way from one object to others: through fields, the elements of arrays, the content of the platform's collections.
 * {@code {};pkg/Body.position} leads from a list of bodies to the positions of all of them.
 *
 * <p>Walking costs time, which it saves only if nobody has to wait. It may take {@link #GIVEN} once, and a
 * {@link #SHARE}th of the time that passes; when that is used up, or the way passes what cannot be looked at without
 * running the user's code, the answer is that any object may be there.
 *
 * <p><b>Concurrency:</b> immutable but for the time that it has taken, of which a race may lose a little. Walks read what
 * tasks may be writing at the same time: then somebody else has a reason to sync, and the answer is of no concern.
 */
public final class Reach {
  /** From an array of objects to its elements. */
  static final Reach ELEMENTS = new Reach(new Elements());

  private static final long GIVEN = 100_000_000; // nanoseconds
  private static final long SHARE = 16;

  /** One step; as {@link #leadsTo} for the objects of its end. */
  private interface Step {
    boolean leadsTo(Object from, Predicate<Object> condition);
  }

  private record Elements() implements Step {
    @Override public boolean leadsTo(Object from, Predicate<Object> condition) {
      if (from instanceof Object[] array) {
        for (Object element : array) {
          if (element != null && condition.test(element)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private record Content() implements Step {
    @Override public boolean leadsTo(Object from, Predicate<Object> condition) {
      if (from instanceof CharSequence) {
        return false;
      } else if (from.getClass().getClassLoader() != null) {
        return true;
      } else if (from instanceof Collection<?> collection) {
        return any(collection, condition);
      } else if (from instanceof Optional<?> optional) {
        return optional.isPresent() && condition.test(optional.get());
      }
      return !(from instanceof Map<?, ?> map) || any(map.values(), condition) || any(map.keySet(), condition);
    }

    private static boolean any(Iterable<?> all, Predicate<Object> condition) {
      for (Object one : all) {
        if (one != null && condition.test(one)) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code getter} takes an Object and returns one; {@code null}: the field cannot be read. */
  private record Field(Class<?> owner, MethodHandle getter) implements Step {
    @Override public boolean leadsTo(Object from, Predicate<Object> condition) {
      if (owner != null && !owner.isInstance(from)) {
        return false;
      } else if (getter == null) {
        return true;
      }
      try {
        Object value = (Object) getter.invokeExact(from);
        return value != null && condition.test(value);
      } catch (Throwable t) {
        throw Failures.sneaky(t);
      }
    }
  }

  private final Step[] steps;
  private final long born = System.nanoTime();
  private long taken;

  private Reach(Step... steps) {
    this.steps = steps;
  }

  /**
   * Bootstrap method of woven code: the call site is constant.
   *
   * @param caller the woven class: fields that it, or another class of its module, declares can be read
   * @param path steps with a semicolon between any two: {@code []}, <code>{}</code>, or {@code pkg/Type.field}
   */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, String path) {
    String[] parts = path.split(";");
    Step[] steps = new Step[parts.length];
    for (int k = 0; k < parts.length; k++) {
      steps[k] = parts[k].equals("[]") ? new Elements() : parts[k].equals("{}") ? new Content() : field(caller, parts[k]);
    }
    return new ConstantCallSite(MethodHandles.constant(Reach.class, new Reach(steps)));
  }

  private static Step field(MethodHandles.Lookup caller, String path) {
    int dot = path.lastIndexOf('.');
    Class<?> owner = null;
    try {
      owner = Class.forName(path.substring(0, dot).replace('/', '.'), false, caller.lookupClass().getClassLoader());
      MethodHandle getter = MethodHandles.privateLookupIn(owner, caller)
          .unreflectGetter(owner.getDeclaredField(path.substring(dot + 1)));
      return new Field(owner, getter.asType(MethodType.methodType(Object.class, Object.class)));
    } catch (ReflectiveOperationException | LinkageError e) {
      return new Field(owner, null);
    }
  }

  /** Whether the way leads from an object to one that meets the condition; also true if that cannot be told. */
  boolean leadsTo(Object from, Predicate<Object> condition) {
    if (this == ELEMENTS) {
      return steps[0].leadsTo(from, condition);
    }
    long begun = System.nanoTime();
    if (taken > GIVEN + (begun - born) / SHARE) {
      return true;
    }
    Predicate<Object> rest = condition;
    for (int k = steps.length - 1; k > 0; k--) {
      Step step = steps[k];
      Predicate<Object> next = rest;
      rest = object -> step.leadsTo(object, next);
    }
    try {
      return steps[0].leadsTo(from, rest);
    } catch (RuntimeException e) {
      return true; // somebody changes what is looked at
    } finally {
      taken += System.nanoTime() - begun;
    }
  }

  /** Adds all objects that the way leads to; false if it cannot be told which. */
  boolean addTo(IdentitySet set, Object from) {
    return !leadsTo(from, object -> {
      set.add(object);
      return false;
    });
  }
}
