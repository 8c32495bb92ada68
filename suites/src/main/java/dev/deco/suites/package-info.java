/**
 * Other people's tests: published libraries whose methods are marked, woven, and run by the libraries' own test suites.
 *
 * <p>{@link dev.deco.suites.Mark} marks every method whose effects Deco calls known, and its callers; so what differs
 * from the run with the class files as they were published is a fault of Deco. {@link dev.deco.suites.Suite} takes one
 * library through all of it; {@link dev.deco.suites.RunTests} is what its child JVMs run. See docs/suites.md.
 */
package dev.deco.suites;
