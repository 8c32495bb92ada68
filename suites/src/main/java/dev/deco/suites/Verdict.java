package dev.deco.suites;

/** Whether a method is marked as concurrent, and if not, why. */
enum Verdict {
  /** Its effects are known, and Deco itself orders all of them. */
  CONCURRENT,
  /** The analysis cannot see all that it does. */
  UNKNOWN,
  /** It touches what no one orders: files, the clock, random numbers. */
  WORLD,
  /** It asks which thread it runs on. */
  THREAD,
  /** It fills an array that it is given and does not read it: by the contract, its calls fill different parts. */
  OWN_PART,
  /** It was to be left out. */
  LEFT_OUT,
  /** There is no body that source code can call. */
  NO_BODY,
  /** The analysis failed with an exception: a fault. */
  FAILED
}
