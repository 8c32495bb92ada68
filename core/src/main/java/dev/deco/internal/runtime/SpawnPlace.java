package dev.deco.internal.runtime;

/** Added as suppressed to a task's failure, once for each scope that the failure leaves: where the task came from. */
public final class SpawnPlace extends Throwable {
  SpawnPlace(String verb, String type, String method, String file, int line) {
    super(verb + " at " + file + ":" + line + " in " + type + ": " + method, null, false, true);
    int parameters = method.indexOf('(');
    String name = parameters < 0 ? method : method.substring(0, parameters);
    setStackTrace(new StackTraceElement[] {
        new StackTraceElement(type, verb + " " + name.substring(name.lastIndexOf('.') + 1), file, line)});
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
