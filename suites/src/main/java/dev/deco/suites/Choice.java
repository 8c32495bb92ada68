package dev.deco.suites;

import java.util.regex.Pattern;

/**
 * Which methods may be marked, and how. Methods are named {@code pkg/Type.method(Descriptor)}.
 *
 * @param byData scopes order their tasks by data; nothing is then taken as a part of its own, so such methods are
 *     marked too
 * @param only methods that may become concurrent
 * @param skip methods of these that may not
 */
record Choice(boolean byData, Pattern only, Pattern skip) {
  boolean allows(String method) {
    return only.matcher(method).find() && !skip.matcher(method).find();
  }
}
