package dev.deco.internal.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** SKELETON: one spawn or deferral place of a woven method. */
public final class Site {
  public static final int CALL = 0;       // a task whose result is kept in a Task; code = {run}
  public static final int STATEMENT = 1;  // a task and the deferred statement that takes its result; code = {run, replay}
  public static final int DEFERRED = 2;   // a deferred statement without a task of its own; code = {replay}
  public static final int DEPENDENT = 4;  // flag: some of the row's references are Tasks that the run code reads

  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int kind, int longs, int refs,
      String method, String file, int line, MethodHandle... code) throws Throwable {
    throw new UnsupportedOperationException("skeleton");
  }
}
