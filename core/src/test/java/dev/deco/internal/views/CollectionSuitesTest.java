package dev.deco.internal.views;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CollectionSuitesTest {
  @TestFactory
  Stream<DynamicTest> viewsBehaveAsTheOriginalsClass() {
    return Arrays.stream(CollectionSuites.Original.values()).flatMap(how -> new CollectionSuites(how).suites());
  }
}
